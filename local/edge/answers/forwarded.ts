import { type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'

/** AWS's managed origin request policy AllViewerExceptHostHeader. */
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

/** `OriginRequestPolicyConfig` by id. */
export const MANAGED_ORIGIN_REQUEST_POLICIES: Readonly<Record<string, JsonObject>> = {
  [ALL_VIEWER_EXCEPT_HOST]: {
    HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['host'] },
    CookiesConfig: { CookieBehavior: 'all' },
    QueryStringsConfig: { QueryStringBehavior: 'all' },
  },
}

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** What of a request tells two of them apart, and what of it the origin is sent. */
export interface Forwarding {
  /** The query of the cache's key, in its own order; with its `?`. */
  readonly keyQuery: (search: string) => string
  readonly query: (search: string) => string
  readonly headers: (headers: Headers) => Headers
}

/**
 * An origin is sent what is in the cache's key, and what the origin request policy names.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html
 */
export function forwardingOf(cachePolicy: JsonObject, requestPolicy: JsonObject): Forwarding {
  const inKey = objectAt(cachePolicy, 'ParametersInCacheKeyAndForwardedToOrigin')
  const rules = [inKey, requestPolicy]
  const keyHas = anyOf([inKey], 'QueryString')
  const queryHas = anyOf(rules, 'QueryString')
  const headersHave = anyOf(rules, 'Header')
  const takesCookies = rules.some(
    (rule) => textAt(objectAt(rule, 'CookiesConfig'), 'CookieBehavior') === 'all',
  )
  const isSent = (name: string) => {
    if (name === 'cookie') return takesCookies
    // The length is between edge and origin alone, and not the viewer's.
    return name === 'content-length' || headersHave(name)
  }
  return {
    keyQuery: (search) => queryOf(keyHas, search),
    query: (search) => queryOf(queryHas, search),
    headers(headers) {
      const sent: Record<string, string | string[]> = {}
      for (const name in headers) {
        const value = headers[name]
        if (value !== undefined && isSent(name)) sent[name] = value
      }
      return sent
    },
  }
}

type Takes = (name: string) => boolean

function queryOf(takes: Takes, search: string): string {
  if (search === '') return search
  const pairs = search.replace(/^\?/, '').split('&')
  const kept = pairs.filter((pair) => {
    const [name = ''] = pair.split('=', 1)
    return name !== '' && takes(name)
  })
  if (kept.length === pairs.length) return search
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

const anyOf = (rules: readonly JsonObject[], what: 'Header' | 'QueryString'): Takes => {
  const each = rules.map((rule) => takesBy(rule, what))
  return (name) => each.some((takes) => takes(name))
}

function takesBy(rule: JsonObject, what: 'Header' | 'QueryString'): Takes {
  const config = objectAt(rule, `${what}sConfig`)
  const names = new Set(listAt(config, `${what}s`).map((each) => String(each).toLowerCase()))
  switch (textAt(config, `${what}Behavior`)) {
    case 'all':
    case 'allViewer':
      return () => true
    case 'allExcept':
      return (name) => !names.has(name.toLowerCase())
    case 'whitelist':
      return (name) => names.has(name.toLowerCase())
    default:
      return () => false
  }
}
