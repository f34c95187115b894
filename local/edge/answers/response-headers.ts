import { isObject, type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'

const SECURITY_HEADERS = '67f7725c-6f97-4210-82d7-5512b31e9d03'

/** AWS's managed policies, by their ids. */
export const MANAGED_RESPONSE_HEADERS: Readonly<Record<string, JsonObject>> = {
  [SECURITY_HEADERS]: {
    SecurityHeadersConfig: {
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'SAMEORIGIN', Override: false },
      ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: false },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: false },
      XSSProtection: { Protection: true, ModeBlock: true, Override: false },
    },
  },
}

/** By names in lower case. */
type Headers = Record<string, string | string[]>

/** What adds a policy's headers to those of an answer, over the origin's own where the policy says so. */
export function headersBy(policy: JsonObject): (headers: Headers) => void {
  const added: { name: string; value: string; overrides: boolean }[] = []
  const add = (name: string, value: string, declared: JsonObject) => {
    if (!value || Object.keys(declared).length === 0) return
    added.push({
      name: name.toLowerCase(),
      value,
      overrides: textAt(declared, 'Override') === 'true',
    })
  }
  const security = objectAt(policy, 'SecurityHeadersConfig')
  const csp = objectAt(security, 'ContentSecurityPolicy')
  const frame = objectAt(security, 'FrameOptions')
  const referrer = objectAt(security, 'ReferrerPolicy')
  const transport = objectAt(security, 'StrictTransportSecurity')
  const xss = objectAt(security, 'XSSProtection')
  add('content-security-policy', textAt(csp, 'ContentSecurityPolicy'), csp)
  add('x-content-type-options', 'nosniff', objectAt(security, 'ContentTypeOptions'))
  add('x-frame-options', textAt(frame, 'FrameOption'), frame)
  add('referrer-policy', textAt(referrer, 'ReferrerPolicy'), referrer)
  add('strict-transport-security', transportOf(transport), transport)
  add(
    'x-xss-protection',
    textAt(xss, 'Protection') === 'true'
      ? `1${textAt(xss, 'ModeBlock') === 'true' ? '; mode=block' : ''}`
      : '0',
    xss,
  )
  for (const custom of listAt(objectAt(policy, 'CustomHeadersConfig'), 'Items').filter(isObject))
    add(textAt(custom, 'Header'), textAt(custom, 'Value'), custom)
  const removed = listAt(objectAt(policy, 'RemoveHeadersConfig'), 'Items').map((each) =>
    textAt(each, 'Header').toLowerCase(),
  )
  return (headers) => {
    for (const { name, value, overrides } of added)
      if (overrides || !(name in headers)) headers[name] = value
    for (const name of removed) delete headers[name]
  }
}

function transportOf(declared: JsonObject): string {
  const parts = [`max-age=${textAt(declared, 'AccessControlMaxAgeSec')}`]
  if (textAt(declared, 'IncludeSubdomains') === 'true') parts.push('includeSubDomains')
  if (textAt(declared, 'Preload') === 'true') parts.push('preload')
  return parts.join('; ')
}
