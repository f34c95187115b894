import type { Ports } from '#local/http/ports'
import { byName, digest, type Identities, type Identity, physicalName } from './identifiers.ts'
import { isObject, type Json, type JsonObject, textAt } from './json.ts'
import type { Assembly, Stack } from './load.ts'
import { createLocaliser } from './localise.ts'
import { createResolver } from './resolve.ts'

/** A resource of the synthesized stacks, with everything in it resolved. */
export interface CloudResource {
  readonly stack: string
  readonly logicalId: string
  readonly type: string
  /** What `Ref` answers: a name, an id or an ARN, by its type. */
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
  /** Resolved when read, so that what custom resources answered is seen. */
  readonly properties: JsonObject
}

export interface Cloud {
  readonly assets: ReadonlyMap<string, string>
  /** Every resource of a type, in the order of deployment. */
  ofType(type: string): CloudResource[]
  /** All, in the order of deployment. */
  readonly resources: readonly CloudResource[]
  /** Tells what a custom resource answered, so that references to it resolve. */
  answer(resource: CloudResource, physicalId: string, data: JsonObject): void
  /** A text with AWS's own addresses as those of this machine. */
  localise(text: string): string
  /** Hands over what resolves the dynamic references to secrets in a text, `{{resolve:secretsmanager:…}}`. */
  resolveReferences(resolve: (text: string) => string): void
}

/** The stacks as one account would hold them after a deployment. */
export function createCloud(
  assembly: Assembly,
  { ports, identities }: { ports: Ports; identities: Identities },
): Cloud {
  const localise = createLocaliser(ports)
  let resolveReferences = (text: string) => text
  const answers = new Map<string, { ref: string; data: JsonObject }>()
  const known = new Map<string, Identity>()
  const keyOf = (stack: string, logicalId: string) => `${stack}/${logicalId}`

  const identityOf = (stack: Stack, logicalId: string): Identity => {
    const key = keyOf(stack.name, logicalId)
    const before = known.get(key)
    if (before) return before
    const resource = stack.template.Resources?.[logicalId]
    if (!resource) throw new Error(`${stack.name} refers to ${logicalId}, which it does not have.`)
    const identify = identities[resource.Type] ?? byName
    const identity = identify({
      type: resource.Type,
      name: physicalName(stack.name, logicalId),
      id: (length) => digest(key).slice(0, length),
      property: (name) =>
        textAt(
          { value: resolver.resolve(stack, resource.Properties?.[name] ?? '') ?? '' },
          'value',
        ),
      ports,
    })
    known.set(key, identity)
    return identity
  }

  const resolver = createResolver(assembly.stacks, {
    ref: (stack, logicalId) =>
      answers.get(keyOf(stack.name, logicalId))?.ref ?? identityOf(stack, logicalId).ref,
    attribute: (stack, logicalId, name): Json =>
      answers.get(keyOf(stack.name, logicalId))?.data[name] ??
      identityOf(stack, logicalId).attributes[name] ??
      `${logicalId}.${name}`,
  })

  const resources = assembly.stacks.flatMap((stack) =>
    inDependencyOrder(stack)
      .filter(([, resource]) => resolver.holds(stack, resource.Condition))
      .map(([logicalId, resource]): CloudResource => {
        const identity = identityOf(stack, logicalId)
        return {
          stack: stack.name,
          logicalId,
          type: resource.Type,
          get ref() {
            return answers.get(keyOf(stack.name, logicalId))?.ref ?? identity.ref
          },
          attributes: identity.attributes,
          get properties() {
            const resolved = resolver.resolve(stack, resource.Properties ?? {})
            const local =
              resolved === undefined
                ? {}
                : mapText(resolved, (text) => resolveReferences(localise(text)))
            return isObject(local) ? local : {}
          },
        }
      }),
  )

  return {
    assets: assembly.assets,
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    answer: (resource, physicalId, data) =>
      void answers.set(keyOf(resource.stack, resource.logicalId), { ref: physicalId, data }),
    localise,
    resolveReferences(resolve) {
      resolveReferences = resolve
    },
  }
}

function inDependencyOrder(stack: Stack) {
  const resources = stack.template.Resources ?? {}
  const order = new Map<string, (typeof resources)[string]>()
  const visiting = new Set<string>()
  const add = (logicalId: string) => {
    const resource = resources[logicalId]
    if (!resource || order.has(logicalId) || visiting.has(logicalId)) return
    visiting.add(logicalId)
    for (const dependency of [resource.DependsOn ?? []].flat()) add(dependency)
    for (const dependency of referencesIn(resource.Properties ?? {})) add(dependency)
    order.set(logicalId, resource)
  }
  Object.keys(resources).forEach(add)
  return [...order]
}

function referencesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return typeof inner === 'string' ? [inner] : []
    if (key === 'Fn::GetAtt')
      return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0] ?? '']
    if (key === 'Fn::Sub')
      return [
        ...[...JSON.stringify(inner).matchAll(/\$\{([^!}.]+)[^}]*\}/g)].map(
          (match) => match[1] ?? '',
        ),
        ...referencesIn(Array.isArray(inner) ? (inner[1] ?? {}) : {}),
      ]
    return referencesIn(inner)
  })
}

function mapText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapText(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapText(inner, change)]),
  )
}
