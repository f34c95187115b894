import { createHash } from 'node:crypto'
import type { Ports } from '#local/http/ports'

export const ACCOUNT = '000000000000'
export const REGION = 'us-east-1'

/** What CloudFormation would know a resource by, and what `Fn::GetAtt` would answer. */
export interface Identity {
  /** What `Ref` answers. */
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

/** What an identity is made of. The same resource has the same one at every start. */
export interface Named {
  readonly type: string
  /** From the stack's name and the logical id: `lectern-dev-media-ingest`. */
  readonly name: string
  /** So many hexadecimal digits, which no other resource has. */
  readonly id: (length: number) => string
  /** A property as text, empty where the template has none. Others may refer back, so only names are asked for. */
  readonly property: (name: string) => string
  readonly ports: Ports
}

export type Identify = (resource: Named) => Identity

/** By resource type. */
export type Identities = Readonly<Record<string, Identify>>

/** Where nobody minds how AWS would write it. */
export const byName: Identify = ({ type, name }) => ({
  ref: name,
  attributes: {
    Arn: arn(type.split('::')[1]?.toLowerCase() ?? 'unknown', name),
    Id: name,
    Name: name,
  },
})

/** Of what belongs to no region, the region is empty. */
export const arn = (service: string, rest: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`

export const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** `Lectern-dev-Media` + `IngestBucket4B7A1C2D` → `lectern-dev-media-ingest`, within 63 characters. */
export function physicalName(stackName: string, logicalId: string): string {
  const bare = logicalId.replace(/[0-9A-F]{8}$/, '').replace(/(?<=.)Bucket$/, '')
  const kebab = (text: string) =>
    text
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
  const name = `${kebab(stackName)}-${kebab(bare)}`.replace(/-+$/, '')
  return name.length <= 63 ? name : `${name.slice(0, 54)}-${digest(name).slice(0, 8)}`
}

/** A function's name from its name, its ARN, or the ARN of a version or an alias. */
export function functionNameOf(reference: string): string {
  return reference.match(/function:([^:/]+)/)?.[1] ?? reference
}
