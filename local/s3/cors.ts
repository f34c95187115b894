import type { IncomingMessage, ServerResponse } from 'node:http'

export interface CorsRule {
  readonly allowedOrigins: readonly string[]
  readonly allowedMethods: readonly string[]
  readonly allowedHeaders: readonly string[]
  readonly exposedHeaders?: readonly string[]
}

/** Sets the headers of the first rule that allows the request; false when none does. */
export function applyCors(
  rules: readonly CorsRule[],
  { headers, method }: IncomingMessage,
  response: ServerResponse,
): boolean {
  const { origin } = headers
  if (!origin) return false
  const asked = headers['access-control-request-method'] ?? method ?? ''
  const wanted = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
  const rule = rules.find(
    ({ allowedOrigins, allowedMethods, allowedHeaders }) =>
      allowedOrigins.some((pattern) => matches(pattern, origin)) &&
      allowedMethods.includes(asked) &&
      wanted.every((name) => allowedHeaders.some((pattern) => matches(pattern, name))),
  )
  if (!rule) return false
  const isAnyone = rule.allowedOrigins.includes('*')
  response.setHeader('access-control-allow-origin', isAnyone ? '*' : origin)
  if (!isAnyone) response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-allow-methods', rule.allowedMethods.join(', '))
  response.setHeader(
    'vary',
    'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  )
  if (wanted.length > 0) response.setHeader('access-control-allow-headers', wanted.join(', '))
  if (rule.exposedHeaders?.length)
    response.setHeader('access-control-expose-headers', rule.exposedHeaders.join(', '))
  return true
}

/** One `*` stands for anything. */
function matches(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.toLowerCase().split('*')
  const value = text.toLowerCase()
  return end === undefined
    ? value === start
    : value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end)
}
