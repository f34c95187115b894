import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Endpoints } from '#local/cloud/endpoints'
import { openTokens } from '#local/cognito/tokens'

export interface Person {
  /** Cognito's `sub`. */
  readonly id: string
  /** An ID token, signed as the local Cognito signs. */
  readonly token: string
}

const HOUR = 3600

/** People who need not sign up: the gateway believes whoever bears a token under this installation's key. */
export function inventPeople(
  endpoints: Endpoints,
  dataDir: string,
  options: { count: number; groups: readonly string[] },
): Person[] {
  const tokens = openTokens(join(dataDir, 'cognito'), endpoints.issuer)
  const iat = Math.floor(Date.now() / 1000)
  return Array.from({ length: options.count }, (_, at) => {
    const sub = randomUUID()
    const token = tokens.issue({
      sub,
      iss: endpoints.issuer,
      aud: endpoints.userPoolClientId,
      token_use: 'id',
      'cognito:username': sub,
      ...(options.groups.length > 0 && { 'cognito:groups': options.groups }),
      email: `person-${at}@bench.example`,
      email_verified: true,
      name: `Person ${at}`,
      auth_time: iat,
      iat,
      exp: iat + HOUR,
    })
    return { id: sub, token }
  })
}
