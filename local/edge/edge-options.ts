import type { JsonObject } from '#local/assembly/json'
import type { Origin } from './answers/origin.ts'
import type { TrustedKey } from './signed-access.ts'

/** A distribution, and what it refers to. */
export interface EdgeOptions {
  readonly port: number
  /** The resolved `DistributionConfig` of `AWS::CloudFront::Distribution`. */
  readonly distributionConfig: JsonObject
  /** The source of a CloudFront Function. */
  readonly functionCode: (arn: string) => string | undefined
  /** `CachePolicyConfig` by id; the managed CachingDisabled and CachingOptimized are known. */
  readonly cachePolicies: Readonly<Record<string, JsonObject>>
  /** `OriginRequestPolicyConfig` by id; the managed AllViewerExceptHostHeader is known. */
  readonly originRequestPolicies: Readonly<Record<string, JsonObject>>
  /** `ResponseHeadersPolicyConfig` by id; the managed SecurityHeadersPolicy is known. */
  readonly responseHeadersPolicies: Readonly<Record<string, JsonObject>>
  /** The public keys of each key group. */
  readonly keyGroups: Readonly<Record<string, readonly TrustedKey[]>>
  /** What stands behind an origin's domain name. */
  readonly origin: (domainName: string) => Origin
}
