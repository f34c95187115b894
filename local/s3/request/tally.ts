import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** Size and hashes of content that passes by. */
export function createTally() {
  const hashes = {
    md5: createHash('md5'),
    sha1: createHash('sha1'),
    sha256: createHash('sha256'),
  }
  let size = 0
  let crc = 0
  return {
    async *count(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of body) {
        size += piece.length
        crc = crc32(piece, crc)
        for (const hash of Object.values(hashes)) hash.update(piece)
        yield piece
      }
    },
    get size() {
      return size
    },
    /** `md5` in hex, as ETags are; the others in base64, as checksum headers are. Once. */
    total() {
      const bytes = Buffer.alloc(4)
      bytes.writeUInt32BE(crc)
      return {
        size,
        md5: hashes.md5.digest('hex'),
        crc32: bytes.toString('base64'),
        sha1: hashes.sha1.digest('base64'),
        sha256: hashes.sha256.digest('base64'),
      }
    },
  }
}
