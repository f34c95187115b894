/** Reads bytes of a file from an offset; fewer than asked for at its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Buffer>

const HEADER_BYTES = 16
/** A file has `ftyp`, `moov`, `mdat` and little else before it comes to fragments. */
const MOST_BOXES = 32
/** The index of a three-hour video is about 8 MB. */
const MOST_INDEX_BYTES = 64 * 1024 * 1024

/**
 * Whether the index of an MP4 or QuickTime file names encrypted tracks: sample entries `encv` or `enca` with
 * their protection scheme, by ISO/IEC 14496-12, 8.12. False for every other kind of file. Reads the headers of
 * the outermost boxes and the index, never the picture.
 */
export async function isEncrypted(read: ReadBytes): Promise<boolean> {
  let offset = 0
  for (let boxes = 0; boxes < MOST_BOXES; boxes += 1) {
    const box = readHeader(await read(offset, HEADER_BYTES))
    if (!box || (offset === 0 && box.type !== 'ftyp')) return false
    if (box.type === 'moov') {
      const index = await read(offset, Math.min(box.bytes, MOST_INDEX_BYTES))
      return index.includes('schm') && (index.includes('encv') || index.includes('enca'))
    }
    offset += box.bytes
  }
  return false
}

/** A box begins with its size, in 32 bits or, where those say 1, in the 64 bits after its type. */
function readHeader(header: Buffer): { readonly type: string; readonly bytes: number } | null {
  if (header.length < 8) return null
  const type = header.toString('latin1', 4, 8)
  const size = header.readUInt32BE(0)
  if (size !== 1) return size < 8 ? null : { type, bytes: size }
  return header.length < HEADER_BYTES ? null : { type, bytes: Number(header.readBigUInt64BE(8)) }
}
