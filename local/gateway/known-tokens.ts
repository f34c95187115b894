/** What API Gateway takes where an authorizer says nothing else. Seconds. */
const KEPT_SECONDS = 300
const MOST_TOKENS = 10_000

type Claims = Record<string, unknown>

/**
 * Keeps the claims of good tokens for five minutes, as API Gateway's authorizer does, and never longer than the token is
 * valid; a bad one is asked about each time.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-apigateway-authorizer.html
 */
export function keepTokens(
  verify: (token: string) => Promise<Claims>,
  now: () => number = Date.now,
): (token: string) => Promise<Claims> {
  const known = new Map<string, { claims: Claims; until: number }>()
  return async (token) => {
    const found = known.get(token)
    if (found && found.until > now()) return found.claims
    known.delete(token)
    const claims = await verify(token)
    const expires = typeof claims.exp === 'number' ? claims.exp * 1000 : Number.POSITIVE_INFINITY
    known.set(token, { claims, until: Math.min(now() + KEPT_SECONDS * 1000, expires) })
    const oldest = known.keys().next().value
    if (known.size > MOST_TOKENS && oldest !== undefined) known.delete(oldest)
    return claims
  }
}
