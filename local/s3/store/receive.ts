import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { decodeChunks } from '#local/s3/request/chunked-body'
import { S3Error } from '#local/s3/request/s3-error'
import type { SignedRequest } from '#local/s3/request/signature'
import { createTally } from '#local/s3/request/tally'
import type { StagedContent } from './object-store.ts'

/** S3's limit of one PUT or part: 5 GiB. */
const LONGEST_BODY = 5 * 1024 ** 3
const LONGEST_DOCUMENT = 2 * 1024 ** 2

export interface ReceivedContent extends StagedContent {
  /** Base64, as in `x-amz-checksum-crc32`. */
  readonly crc32: string
}

/** Writes the request's content to `file`, and throws unless it is what its checksums say. */
export async function receive(
  request: IncomingMessage,
  signed: SignedRequest,
  file: string,
): Promise<ReceivedContent> {
  const checks = createChecks(request, signed)
  try {
    await pipeline(request, (body) => checks.count(body, LONGEST_BODY), createWriteStream(file))
    return { file, ...checks.check() }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** The request's body as text, checked as {@link receive} does. */
export async function receiveText(
  request: IncomingMessage,
  signed: SignedRequest,
): Promise<string> {
  const checks = createChecks(request, signed)
  const pieces: Buffer[] = []
  for await (const piece of checks.count(request, LONGEST_DOCUMENT)) pieces.push(piece)
  checks.check()
  return Buffer.concat(pieces).toString('utf8')
}

function createChecks({ headers }: IncomingMessage, signed: SignedRequest) {
  const isChunked = signed.payload.startsWith('STREAMING-')
  const tally = createTally()
  let trailers: ReadonlyMap<string, string> = new Map()

  async function* count(body: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
    const content = isChunked
      ? decodeChunks(body, signed, (found) => {
          trailers = found
        })
      : body
    for await (const piece of tally.count(content)) {
      if (tally.size > limit)
        throw new S3Error(400, 'EntityTooLarge', 'The content is longer than S3 takes at once.')
      yield piece
    }
  }

  const check = () => {
    const { size, md5, ...checksums } = tally.total()
    const decodedLength = headers['x-amz-decoded-content-length']
    if (isChunked && decodedLength !== undefined && Number(decodedLength) !== size)
      throw new S3Error(
        400,
        'IncompleteBody',
        'You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header.',
      )
    const sha256 = Buffer.from(checksums.sha256, 'base64').toString('hex')
    if (/^[0-9a-f]{64}$/.test(signed.payload) && signed.payload !== sha256)
      throw new S3Error(
        400,
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      )
    const contentMd5 = headers['content-md5']
    if (contentMd5 !== undefined && contentMd5 !== Buffer.from(md5, 'hex').toString('base64'))
      throw badDigest('Content-MD5')
    for (const [name, value] of Object.entries(checksums)) {
      const header = `x-amz-checksum-${name}`
      const given = trailers.get(header) ?? headers[header]
      if (given !== undefined && given !== value) throw badDigest(name.toUpperCase())
    }
    return { size, md5, crc32: checksums.crc32 }
  }

  return { count, check }
}

const badDigest = (name: string) =>
  new S3Error(400, 'BadDigest', `The ${name} you specified did not match what we received.`)
