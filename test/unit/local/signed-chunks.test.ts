import { expect, test } from 'vitest'
import { decodeChunks } from '#local/s3/request/chunked-body'
import { verifySignature } from '#local/s3/request/signature'

/** The example of https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
const CREDENTIALS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const NOW = Date.UTC(2013, 4, 24)
const HEADERS = {
  host: 's3.amazonaws.com',
  'x-amz-date': '20130524T000000Z',
  'x-amz-storage-class': 'REDUCED_REDUNDANCY',
  'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'content-encoding': 'aws-chunked',
  'x-amz-decoded-content-length': '66560',
  'content-length': '66824',
  authorization:
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
    'SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,' +
    'Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
}
const CHUNKS = [
  { size: 65536, signature: 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648' },
  { size: 1024, signature: '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497' },
  { size: 0, signature: 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9' },
]
const bodyOf = (letter: string) =>
  CHUNKS.map(
    ({ size, signature }) =>
      `${size.toString(16)};chunk-signature=${signature}\r\n${letter.repeat(size)}\r\n`,
  ).join('')

const verified = (headers: typeof HEADERS) =>
  verifySignature(
    { method: 'PUT', url: '/examplebucket/chunkObject.txt', headers },
    CREDENTIALS,
    NOW,
  )

async function decode(body: string, pieceSize: number): Promise<string> {
  async function* pieces() {
    for (let at = 0; at < body.length; at += pieceSize)
      yield Buffer.from(body.slice(at, at + pieceSize))
  }
  let text = ''
  for await (const piece of decodeChunks(pieces(), verified(HEADERS), () => {})) text += piece
  return text
}

test('the signed chunks of AWS’s own example are taken, however they arrive', async () => {
  for (const pieceSize of [1000, 65_537, 100_000])
    expect(await decode(bodyOf('a'), pieceSize)).toBe('a'.repeat(66_560))
})

test('a chunk that was changed on its way is refused', async () => {
  await expect(decode(bodyOf('b'), 1000)).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' })
})

test('a body that ends before its last chunk is refused', async () => {
  await expect(decode(bodyOf('a').slice(0, 66_000), 1000)).rejects.toMatchObject({
    code: 'IncompleteBody',
  })
})

test('a header that is signed and changed is refused', () => {
  expect(() => verified({ ...HEADERS, 'x-amz-storage-class': 'STANDARD' })).toThrow(
    expect.objectContaining({ code: 'SignatureDoesNotMatch', status: 403 }),
  )
})
