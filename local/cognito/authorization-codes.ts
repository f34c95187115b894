import { createHash, randomBytes } from 'node:crypto'
import type { AuthenticationResult } from './accounts.ts'

export interface Grant {
  readonly result: AuthenticationResult
  readonly redirectUri: string
  /** PKCE's S256 challenge. */
  readonly challenge: string
  readonly nonce: string | undefined
}

/** Cognito's codes live for five minutes. */
const LIFETIME_MILLISECONDS = 5 * 60_000

export interface AuthorizationCodes {
  /** A code for one use. */
  issue(grant: Grant): string
  /** The code's grant, once, if verifier and address are those it was issued for. */
  redeem(code: string, verifier: string, redirectUri: string): Grant | undefined
}

export function createAuthorizationCodes(now: () => number = Date.now): AuthorizationCodes {
  const open = new Map<string, { grant: Grant; until: number }>()
  return {
    issue(grant) {
      for (const [code, { until }] of open) if (until <= now()) open.delete(code)
      const code = randomBytes(24).toString('base64url')
      open.set(code, { grant, until: now() + LIFETIME_MILLISECONDS })
      return code
    },
    redeem(code, verifier, redirectUri) {
      const found = open.get(code)
      // Gone at the first attempt, good or bad, so that a stolen code cannot be tried again.
      open.delete(code)
      if (!found || found.until <= now()) return undefined
      const { grant } = found
      const challenge = createHash('sha256').update(verifier).digest('base64url')
      return grant.challenge === challenge && grant.redirectUri === redirectUri ? grant : undefined
    },
  }
}
