import { createPublicKey, createVerify } from 'node:crypto'
import { z } from 'zod'
import { wildcard } from '#local/assembly/wildcard'

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
 * A policy's resource is compared with the whole address as it was asked, its query included.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-custom-policy.html
 */
export function checkSignedAccess(options: {
  /** As the viewer wrote it: `https://host/path?query`. */
  address: string
  cookies: ReadonlyMap<string, string>
  keys: readonly TrustedKey[]
  now?: number
}): Verdict {
  const { cookies, keys, now = Date.now() } = options
  const query = new URLSearchParams(queryOf(options.address))
  const inQuery = query.has('Key-Pair-Id')
  const part = (name: string) => (inQuery ? query.get(name) : cookies.get(`CloudFront-${name}`))
  const signature = part('Signature')
  const keyPairId = part('Key-Pair-Id')
  const policyText = part('Policy')
  const expires = part('Expires')
  if (!signature || !keyPairId || !(policyText || expires))
    return refused('MissingKey', 'Missing Key-Pair-Id query parameter or cookie value')
  const key = keys.find((trusted) => trusted.keyPairId === keyPairId)
  if (!key) return refused('InvalidKey', 'Unknown Key')
  const address = withoutSignature(options.address)
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
  return wildcard(statement.Resource ?? '*').test(address)
    ? { allowed: true }
    : refused('AccessDenied', 'Access denied')
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

const SIGNATURE = ['Policy', 'Expires', 'Signature', 'Key-Pair-Id']

/** The address without the signature's own parameters; nothing else of it is touched. */
function withoutSignature(address: string): string {
  const [path] = address.split('?', 1)
  const kept = queryOf(address)
    .split('&')
    .filter((pair) => pair && !SIGNATURE.includes(pair.split('=', 1)[0] ?? ''))
  return kept.length > 0 ? `${path}?${kept.join('&')}` : `${path}`
}

const queryOf = (address: string): string => {
  const at = address.indexOf('?')
  return at < 0 ? '' : address.slice(at + 1)
}
