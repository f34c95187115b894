import { createPublicKey, createVerify } from 'node:crypto'
import { z } from 'zod'
import { wildcard } from './behaviours.ts'

export interface TrustedKey {
  readonly keyPairId: string
  readonly publicKeyPem: string
}

export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: string; readonly message: string }

const Policy = z.object({
  Statement: z
    .array(
      z.object({
        Resource: z.string().optional(),
        Condition: z.object({
          DateLessThan: z.object({ 'AWS:EpochTime': z.number() }),
          DateGreaterThan: z.object({ 'AWS:EpochTime': z.number() }).optional(),
        }),
      }),
    )
    .length(1),
})

const refused = (code: string, message: string): Verdict => ({ allowed: false, code, message })

/**
 * Whether a request carries a valid signature for its address: in the query (`Policy`, `Expires`,
 * `Signature`, `Key-Pair-Id`) or in the cookies of the same names with `CloudFront-` before them.
 */
export function checkSignedAccess(options: {
  url: URL
  cookies: ReadonlyMap<string, string>
  keys: readonly TrustedKey[]
  now?: number
}): Verdict {
  const { url, cookies, keys, now = Date.now() } = options
  const inQuery = url.searchParams.has('Key-Pair-Id')
  const part = (name: string) =>
    inQuery ? url.searchParams.get(name) : cookies.get(`CloudFront-${name}`)
  const signature = part('Signature')
  const keyPairId = part('Key-Pair-Id')
  const policyText = part('Policy')
  const expires = part('Expires')
  if (!signature || !keyPairId || !(policyText || expires))
    return refused('MissingKey', 'Missing Key-Pair-Id query parameter or cookie value')
  const key = keys.find((trusted) => trusted.keyPairId === keyPairId)
  if (!key) return refused('InvalidKey', 'Unknown Key')
  const address = withoutSignature(url)
  const signed = policyText
    ? fromCloudFrontBase64(policyText).toString('utf8')
    : `{"Statement":[{"Resource":"${address}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`
  if (!isSigned(signed, signature, key)) return refused('AccessDenied', 'Access denied')
  return checkPolicy(signed, address, now)
}

function checkPolicy(text: string, address: string, now: number): Verdict {
  const policy = Policy.safeParse(parse(text))
  const statement = policy.data?.Statement[0]
  if (!statement) return refused('MalformedPolicy', 'Malformed Policy')
  const seconds = now / 1000
  const { DateLessThan, DateGreaterThan } = statement.Condition
  if (DateLessThan['AWS:EpochTime'] <= seconds) return refused('AccessDenied', 'Access denied')
  if (DateGreaterThan && DateGreaterThan['AWS:EpochTime'] > seconds)
    return refused('AccessDenied', 'Access denied')
  // A resource without a query covers its address with any query.
  const resource = statement.Resource ?? '*'
  const matches =
    wildcard(resource).test(address) || wildcard(resource).test(address.split('?')[0] ?? address)
  return matches ? { allowed: true } : refused('AccessDenied', 'Access denied')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSigned(text: string, signature: string, key: TrustedKey): boolean {
  return createVerify('RSA-SHA1')
    .update(text)
    .verify(createPublicKey(key.publicKeyPem), fromCloudFrontBase64(signature))
}

/** CloudFront's own variant: `-`, `_` and `~` stand for `+`, `=` and `/`. */
const fromCloudFrontBase64 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64')

function withoutSignature(url: URL): string {
  const bare = new URL(url)
  for (const name of ['Policy', 'Expires', 'Signature', 'Key-Pair-Id'])
    bare.searchParams.delete(name)
  return bare.toString()
}
