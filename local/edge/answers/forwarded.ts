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

const inKey = (policy: JsonObject) => objectAt(policy, 'ParametersInCacheKeyAndForwardedToOrigin')

/**
 * The headers that an origin is sent of a viewer's: those of the cache's key, and those of the origin request policy.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html
 */
export function forwardedHeaders(
  cachePolicy: JsonObject,
  requestPolicy: JsonObject,
  headers: Headers,
): Headers {
  const rules = [inKey(cachePolicy), requestPolicy]
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) =>
      value === undefined
        ? false
        : name === 'cookie'
          ? rules.some(
              (rule) => textAt(objectAt(rule, 'CookiesConfig'), 'CookieBehavior') === 'all',
            )
          : // What is between edge and origin alone, and not the viewer's.
            name === 'content-length' || rules.some((rule) => takes(rule, 'Header', name)),
    ),
  )
}

/** What of a query tells two requests of one path apart, in its own order; with its `?`. */
export const keyQuery = (cachePolicy: JsonObject, search: string): string =>
  queryOf([inKey(cachePolicy)], search)

/** What of a query the origin is sent. */
export const forwardedQuery = (
  cachePolicy: JsonObject,
  requestPolicy: JsonObject,
  search: string,
): string => queryOf([inKey(cachePolicy), requestPolicy], search)

function queryOf(rules: readonly JsonObject[], search: string): string {
  const pairs = search.replace(/^\?/, '').split('&')
  const kept = pairs.filter((pair) => {
    const [name = ''] = pair.split('=', 1)
    return name !== '' && rules.some((rule) => takes(rule, 'QueryString', name))
  })
  if (kept.length === pairs.length) return search
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

function takes(rule: JsonObject, what: 'Header' | 'QueryString', name: string): boolean {
  const config = objectAt(rule, `${what}sConfig`)
  const names = listAt(config, `${what}s`).map((each) => String(each).toLowerCase())
  const isNamed = names.includes(name.toLowerCase())
  switch (textAt(config, `${what}Behavior`)) {
    case 'all':
    case 'allViewer':
      return true
    case 'allExcept':
      return !isNamed
    case 'whitelist':
      return isNamed
    default:
      return false
  }
}
