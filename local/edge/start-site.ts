import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'
import type { ByteRange, Origin, StoredObject } from './answers/origin.ts'
import { type Edge, startEdge } from './server.ts'
import type { TrustedKey } from './signed-access.ts'

interface Buckets {
  read(bucket: string, key: string, range?: ByteRange): Promise<StoredObject | null>
}

/** The stacks' distribution with what it refers to, as plain data. */
export interface DeclaredSite {
  readonly distributionId: string
  readonly distributionConfig: JsonObject
  /** Sources by ARN. */
  readonly functionCode: Readonly<Record<string, string>>
  readonly cachePolicies: Readonly<Record<string, JsonObject>>
  readonly originRequestPolicies: Readonly<Record<string, JsonObject>>
  readonly responseHeadersPolicies: Readonly<Record<string, JsonObject>>
  readonly keyGroups: Readonly<Record<string, readonly TrustedKey[]>>
}

export function siteOf(cloud: Cloud): DeclaredSite {
  const [distribution] = cloud.ofType('AWS::CloudFront::Distribution')
  if (!distribution) throw new Error('The stacks have no CloudFront distribution to show the site.')
  return {
    distributionId: distribution.ref,
    distributionConfig: objectAt(distribution.properties, 'DistributionConfig'),
    functionCode: Object.fromEntries(
      cloud
        .ofType('AWS::CloudFront::Function')
        .map(({ ref, properties }) => [ref, textAt(properties, 'FunctionCode')]),
    ),
    cachePolicies: configsOf(cloud, 'AWS::CloudFront::CachePolicy', 'CachePolicyConfig'),
    originRequestPolicies: configsOf(
      cloud,
      'AWS::CloudFront::OriginRequestPolicy',
      'OriginRequestPolicyConfig',
    ),
    responseHeadersPolicies: configsOf(
      cloud,
      'AWS::CloudFront::ResponseHeadersPolicy',
      'ResponseHeadersPolicyConfig',
    ),
    keyGroups: keyGroupsOf(cloud),
  }
}

/** Serves it on the site's port. */
export function startSite(options: {
  site: DeclaredSite
  port: number
  store: Buckets
  gatewayUrl: string
}): Promise<Edge> {
  const { site, port, store, gatewayUrl } = options
  return startEdge({
    ...site,
    port,
    functionCode: (arn) => site.functionCode[arn],
    origin: (domainName) => originOf(domainName, store, gatewayUrl),
  })
}

const configsOf = (cloud: Cloud, type: string, key: string): Record<string, JsonObject> =>
  Object.fromEntries(
    cloud.ofType(type).map(({ ref, properties }) => [ref, objectAt(properties, key)]),
  )

function keyGroupsOf(cloud: Cloud): Record<string, readonly TrustedKey[]> {
  const keys = new Map(
    cloud
      .ofType('AWS::CloudFront::PublicKey')
      .map(({ ref, properties }) => [
        ref,
        textAt(objectAt(properties, 'PublicKeyConfig'), 'EncodedKey'),
      ]),
  )
  return Object.fromEntries(
    cloud.ofType('AWS::CloudFront::KeyGroup').map(({ ref, properties }) => [
      ref,
      listAt(objectAt(properties, 'KeyGroupConfig'), 'Items').map((item) => ({
        keyPairId: String(item),
        publicKeyPem: keys.get(String(item)) ?? '',
      })),
    ]),
  )
}

/** A bucket's own domain name, or else the gateway's. */
function originOf(domainName: string, store: Buckets, gatewayUrl: string): Origin {
  const bucket = domainName.match(/^(.+)\.s3[.-]/)?.[1]
  if (!bucket) return { kind: 'http', url: gatewayUrl }
  return { kind: 'bucket', read: (key, range) => store.read(bucket, key, range) }
}
