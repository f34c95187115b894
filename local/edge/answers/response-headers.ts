import type { ServerResponse } from 'node:http'
import { type JsonObject, listAt, objectAt, textAt } from '#local/assembly/json'

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

/** Adds the policy's headers, over the origin's own where the policy says so. */
export function applyResponseHeaders(policy: JsonObject, response: ServerResponse): void {
  const add = (name: string, value: string, declared: JsonObject) => {
    if (!value || Object.keys(declared).length === 0) return
    if (textAt(declared, 'Override') === 'true' || !response.hasHeader(name))
      response.setHeader(name, value)
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
  for (const custom of listAt(objectAt(policy, 'CustomHeadersConfig'), 'Items'))
    if (typeof custom === 'object' && custom && !Array.isArray(custom))
      add(textAt(custom, 'Header'), textAt(custom, 'Value'), custom)
  for (const removed of listAt(objectAt(policy, 'RemoveHeadersConfig'), 'Items'))
    response.removeHeader(textAt(removed, 'Header'))
}

function transportOf(declared: JsonObject): string {
  const parts = [`max-age=${textAt(declared, 'AccessControlMaxAgeSec')}`]
  if (textAt(declared, 'IncludeSubdomains') === 'true') parts.push('includeSubDomains')
  if (textAt(declared, 'Preload') === 'true') parts.push('preload')
  return parts.join('; ')
}
