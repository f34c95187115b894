import { isObject, type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'
import { wildcard } from '#local/assembly/wildcard'

/** One cache behaviour of a distribution. */
export interface Behaviour {
  /** Whether it is for this path; the default behaviour is for any. */
  readonly matches: (path: string) => boolean
  readonly originId: string
  readonly allowedMethods: readonly string[]
  readonly trustedKeyGroups: readonly string[]
  readonly cachePolicyId: string
  /** Empty where there is none. */
  readonly originRequestPolicyId: string
  readonly responseHeadersPolicyId: string
  readonly compress: boolean
  readonly viewerRequestArn: string | undefined
  readonly viewerResponseArn: string | undefined
}

export interface ErrorPage {
  readonly code: number
  readonly responseCode: number
  readonly pagePath: string
}

/** The behaviours in CloudFront's order: as declared, and the default one last. */
export function behavioursOf(config: JsonObject): Behaviour[] {
  return [
    ...listAt(config, 'CacheBehaviors').filter(isObject),
    objectAt(config, 'DefaultCacheBehavior'),
  ].map((declared) => ({
    matches: pathMatcher(textAt(declared, 'PathPattern') || '*'),
    originId: textAt(declared, 'TargetOriginId'),
    allowedMethods: allowedMethodsOf(declared),
    trustedKeyGroups: listAt(declared, 'TrustedKeyGroups').map(String),
    cachePolicyId: textAt(declared, 'CachePolicyId'),
    originRequestPolicyId: textAt(declared, 'OriginRequestPolicyId'),
    responseHeadersPolicyId: textAt(declared, 'ResponseHeadersPolicyId'),
    compress: textAt(declared, 'Compress') === 'true',
    viewerRequestArn: functionOf(declared, 'viewer-request'),
    viewerResponseArn: functionOf(declared, 'viewer-response'),
  }))
}

/** What `/` stands for: the default root object's path, where the distribution names one. */
export const rootPathOf = (config: JsonObject): string =>
  `/${textAt(config, 'DefaultRootObject').replace(/^\//, '')}`

/** `*` is any text, `?` one character; the leading slash may be left out of a pattern. */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const expression = wildcard(pattern.replace(/^\//, ''))
  return (path) => expression.test(path.replace(/^\//, ''))
}

export const errorPagesOf = (config: JsonObject): ErrorPage[] =>
  listAt(config, 'CustomErrorResponses').flatMap((declared) => {
    const pagePath = textAt(declared, 'ResponsePagePath')
    const code = Number(textAt(declared, 'ErrorCode'))
    const responseCode = Number(textAt(declared, 'ResponseCode')) || code
    return pagePath ? [{ code, responseCode, pagePath }] : []
  })

/** CloudFront's default is GET and HEAD. */
function allowedMethodsOf(declared: JsonObject): string[] {
  const methods = listAt(declared, 'AllowedMethods').map(String)
  return methods.length > 0 ? methods : ['GET', 'HEAD']
}

const functionOf = (declared: JsonObject, type: string): string | undefined =>
  listAt(declared, 'FunctionAssociations')
    .filter((association) => textAt(association, 'EventType') === type)
    .map((association) => textAt(association, 'FunctionARN'))[0]
