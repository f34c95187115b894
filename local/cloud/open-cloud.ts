import { type Cloud, createCloud } from '#local/assembly/cloud'
import type { Identify, Identities } from '#local/assembly/identifiers'
import { loadAssembly } from '#local/assembly/load'
import type { Ports } from '#local/http/ports'
import { ignored } from './ignored.ts'
import { services } from './services.ts'

/** The synthesized stacks as the services see them. */
export const openCloud = (assembly: string, ports: Ports): Cloud =>
  createCloud(loadAssembly(assembly), { ports, identities })

/** What `Ref` and `Fn::GetAtt` answer of each type that is known. */
export const identities: Identities = Object.fromEntries([
  ...Object.entries(ignored).flatMap(([type, { identify }]): [string, Identify][] =>
    identify ? [[type, identify]] : [],
  ),
  ...services.flatMap(({ types }) => Object.entries(types)),
])

/** Throws a sentence that names what the stacks have and nobody here serves. */
export function requireServed(cloud: Cloud): void {
  const unknown = cloud.resources.filter(({ type }) => !isServed(type) && !(type in ignored))
  if (unknown.length === 0) return
  const byType = Map.groupBy(unknown, ({ type }) => type)
  const lines = [...byType].map(
    ([type, all]) =>
      `  ${type}: ${all.map(({ stack, logicalId }) => `${logicalId} in ${stack}`).join(', ')}`,
  )
  throw new Error(
    `The stacks have resources that the local cloud neither serves nor ignores:
${lines.join('\n')}
Name the type in the service that serves it (local/<service>/index.ts, listed in local/cloud/services.ts), or in local/cloud/ignored.ts with the reason why the local cloud does without.`,
  )
}

const isServed = (type: string) => services.some(({ types }) => type in types)
