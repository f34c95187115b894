import { S3Error } from './s3-error.ts'
import { isSame, type SignedRequest, sha256, signatureDoesNotMatch } from './signature.ts'

const LONGEST_LINE = 16_384
const LONGEST_SIGNED_CHUNK = 16 * 1024 * 1024

/**
 * Takes the `aws-chunked` framing off a body and checks each chunk's signature where it has one;
 * the trailing headers come to `onTrailers` when all the content has been yielded.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export async function* decodeChunks(
  body: AsyncIterable<Buffer>,
  { payload, chunks }: SignedRequest,
  onTrailers: (trailers: ReadonlyMap<string, string>) => void,
): AsyncGenerator<Buffer> {
  const isSigned = payload.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD')
  const hasTrailer = payload.endsWith('-TRAILER')
  const reader = createReader(body)
  let signature = chunks.seed

  const check = (kind: 'PAYLOAD' | 'TRAILER', given: string, hashes: readonly string[]) => {
    const expected = chunks.sign(kind, signature, hashes)
    if (!isSame(expected, given)) throw signatureDoesNotMatch()
    signature = expected
  }

  for (;;) {
    const [, hex, given = ''] =
      /^([0-9a-fA-F]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(await reader.line()) ?? []
    if (!hex) throw invalidBody()
    const size = Number.parseInt(hex, 16)
    if (isSigned) {
      if (size > LONGEST_SIGNED_CHUNK) throw invalidBody()
      // Whole, because nothing of a chunk may be believed before its signature is.
      const chunk: Buffer[] = []
      for await (const piece of reader.bytes(size)) chunk.push(piece)
      const data = Buffer.concat(chunk)
      check('PAYLOAD', given, [sha256(''), sha256(data)])
      if (size > 0) yield data
    } else yield* reader.bytes(size)
    if (size === 0) break
    if ((await reader.line()) !== '') throw invalidBody()
  }

  const trailers = new Map<string, string>()
  for (let line = await reader.lineOrEnd(); line; line = await reader.lineOrEnd()) {
    const at = line.indexOf(':')
    if (at < 0) throw invalidBody()
    trailers.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim())
  }
  if (isSigned && hasTrailer) {
    const given = trailers.get('x-amz-trailer-signature') ?? ''
    trailers.delete('x-amz-trailer-signature')
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('')
    check('TRAILER', given, [sha256(text)])
  }
  onTrailers(trailers)
}

function createReader(body: AsyncIterable<Buffer>) {
  const source = body[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  const more = async () => {
    const { done, value } = await source.next()
    if (!done) held = held.length > 0 ? Buffer.concat([held, value]) : value
    return !done
  }

  const lineOrEnd = async (): Promise<string | undefined> => {
    let end = held.indexOf('\r\n')
    while (end < 0) {
      if (held.length > LONGEST_LINE) throw invalidBody()
      if (!(await more())) {
        if (held.length > 0) throw invalidBody()
        return undefined
      }
      end = held.indexOf('\r\n')
    }
    const line = held.subarray(0, end).toString('latin1')
    held = held.subarray(end + 2)
    return line
  }

  return {
    lineOrEnd,
    async line(): Promise<string> {
      const line = await lineOrEnd()
      if (line === undefined) throw invalidBody()
      return line
    },
    async *bytes(count: number): AsyncGenerator<Buffer> {
      for (let left = count; left > 0; ) {
        if (held.length === 0 && !(await more())) throw invalidBody()
        const piece = held.subarray(0, left)
        held = held.subarray(piece.length)
        left -= piece.length
        yield piece
      }
    },
  }
}

const invalidBody = () =>
  new S3Error(400, 'IncompleteBody', 'The aws-chunked body ends early or is not well-formed.')
