import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

export type Claims = Record<string, unknown>

export interface Tokens {
  readonly jwks: { readonly keys: readonly JsonWebKey[] }
  /** Signs claims under this installation's own key. */
  issue(claims: Claims): string
  /** The claims of a token issued here that has not expired; throws otherwise. */
  verify(token: string): Claims
}

/**
 * Tokens under a key made on this machine: the one inside cognito-local is public, so whatever it
 * signs is signed again here before it leaves.
 */
export function openTokens(dataDir: string, issuer: string): Tokens {
  const file = join(dataDir, 'token-key.pem')
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  const privateKey = createPrivateKey(readFileSync(file))
  const publicKey = createPublicKey(privateKey)
  const jwk = publicKey.export({ format: 'jwk' })
  const kid = String(jwk.n).slice(0, 16)
  const header = encode({ alg: 'RS256', typ: 'JWT', kid })

  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    issue(claims) {
      const content = `${header}.${encode(claims)}`
      return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`
    },
    verify(token) {
      const [head = '', payload = '', signature = ''] = token.split('.')
      const signed = Buffer.from(`${head}.${payload}`)
      // The algorithm is ours and not the token's to choose.
      if (!verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url')))
        throw new Error('The token was not signed here.')
      const claims = readClaims(token)
      if (claims.iss !== issuer) throw new Error('The token is of another issuer.')
      if (!(Number(claims.exp) > Date.now() / 1000)) throw new Error('The token has expired.')
      return claims
    },
  }
}

/** A token's claims, unchecked. */
export const readClaims = (token: string): Claims =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')))

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The claims of a good ID token for this client; throws for any other. */
export function verifyIdToken(tokens: Tokens, clientId: string, token: string): Claims {
  const claims = tokens.verify(token)
  if (claims.token_use !== 'id' || claims.aud !== clientId)
    throw new Error('The token is not an ID token for this site.')
  return claims
}
