import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { decodeUri } from './decode-uri.ts'
import { S3Error } from './s3-error.ts'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface SignedRequest {
  /** `x-amz-content-sha256`: a hash, `UNSIGNED-PAYLOAD`, or one of the `STREAMING-…` forms. */
  readonly payload: string
  /** Signs a chunk of `STREAMING-AWS4-HMAC-SHA256-PAYLOAD` after the one before. */
  readonly chunks: {
    readonly seed: string
    sign(kind: 'PAYLOAD' | 'TRAILER', previous: string, hashes: readonly string[]): string
  }
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html: seven days. */
const LONGEST_PRESIGNED_SECONDS = 604_800
const CLOCK_SKEW_MILLISECONDS = 15 * 60 * 1000

/** Checks Signature Version 4, of the header or of a presigned URL; throws S3's 400 or 403. */
export function verifySignature(
  request: { method: string; url: string; headers: IncomingHttpHeaders },
  credentials: Credentials,
  now = Date.now(),
): SignedRequest {
  const [path = '/', query = ''] = splitOnce(request.url, '?')
  const parameters = query ? query.split('&').map((pair) => splitOnce(pair, '=')) : []
  const given = parameters.some(([name]) => name === 'X-Amz-Signature')
    ? presigned(parameters, now)
    : fromHeader(request.headers, now)

  const [accessKeyId, date, region, service, end] = given.credential.split('/')
  if (accessKeyId !== credentials.accessKeyId)
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    )
  if (service !== 's3' || end !== 'aws4_request' || !given.time.startsWith(date ?? '-'))
    throw malformed(
      'The credential is mal-formed; expecting "<key>/<date>/<region>/s3/aws4_request".',
    )
  if (!given.signedHeaders.includes('host'))
    throw new S3Error(403, 'AccessDenied', 'The host header must be signed.')

  const payload = String(
    request.headers['x-amz-content-sha256'] ??
      parameters.find(([name]) => name === 'X-Amz-Content-Sha256')?.[1] ??
      'UNSIGNED-PAYLOAD',
  )
  const canonical = [
    request.method,
    path.split('/').map(recode).join('/'),
    parameters
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value = '']) => [recode(name), recode(value)] as const)
      .sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
      .map((pair) => pair.join('='))
      .join('&'),
    ...given.signedHeaders.map((name) => `${name}:${headerValue(request.headers[name])}`),
    '',
    given.signedHeaders.join(';'),
    payload,
  ].join('\n')
  const scope = [date, region, service, end].join('/')
  const key = [date, region, service, end].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part ?? ''),
    `AWS4${credentials.secretAccessKey}`,
  )
  const sign = (kind: string, lines: readonly string[]) =>
    hmac(key, [kind, given.time, scope, ...lines].join('\n')).toString('hex')

  if (!isSame(sign('AWS4-HMAC-SHA256', [sha256(canonical)]), given.signature))
    throw signatureDoesNotMatch()
  return {
    payload,
    chunks: {
      seed: given.signature,
      sign: (kind, previous, hashes) => sign(`AWS4-HMAC-SHA256-${kind}`, [previous, ...hashes]),
    },
  }
}

export const signatureDoesNotMatch = () =>
  new S3Error(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  )

type Parameter = readonly [name: string, value?: string]

interface Given {
  readonly credential: string
  readonly time: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
}

function presigned(parameters: readonly Parameter[], now: number): Given {
  const value = (name: string) => decodeUri(parameters.find(([given]) => given === name)?.[1] ?? '')
  const time = value('X-Amz-Date')
  const seconds = Number(value('X-Amz-Expires'))
  if (value('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw malformed('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256".')
  if (!(seconds > 0 && seconds <= LONGEST_PRESIGNED_SECONDS))
    throw malformed('X-Amz-Expires must be between 1 and 604800 seconds.')
  const signedAt = epochOf(time)
  if (signedAt > now + CLOCK_SKEW_MILLISECONDS || now > signedAt + seconds * 1000)
    throw new S3Error(403, 'AccessDenied', 'Request has expired')
  return {
    credential: value('X-Amz-Credential'),
    time,
    signedHeaders: value('X-Amz-SignedHeaders').split(';'),
    signature: value('X-Amz-Signature'),
  }
}

function fromHeader(headers: IncomingHttpHeaders, now: number): Given {
  const { authorization } = headers
  if (!authorization) throw new S3Error(403, 'AccessDenied', 'Access Denied')
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (!credential || !signedHeaders || !signature)
    throw new S3Error(
      400,
      'AuthorizationHeaderMalformed',
      'The authorization header is not one of AWS Signature Version 4.',
    )
  const time = String(headers['x-amz-date'] ?? '')
  if (Math.abs(epochOf(time) - now) > CLOCK_SKEW_MILLISECONDS)
    throw new S3Error(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    )
  return { credential, time, signedHeaders: signedHeaders.split(';'), signature }
}

/** Of `20260102T030405Z`. */
function epochOf(time: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? []
  const [year = 0, month = 0, day, hours, minutes, seconds] = parts.map(Number)
  if (parts.length === 0) throw malformed('The date of the signature is not like 20260102T030405Z.')
  return Date.UTC(year, month - 1, day, hours, minutes, seconds)
}

const malformed = (message: string) =>
  new S3Error(400, 'AuthorizationQueryParametersError', message)

const headerValue = (value: string | string[] | undefined) =>
  [value ?? ''].flat().join(',').trim().replace(/ +/g, ' ')

/** One spelling of the encoding: every byte but the unreserved ones, in capitals. */
const recode = (text: string) =>
  encodeURIComponent(decodeUri(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
