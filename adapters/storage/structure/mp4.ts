import type { FileStructure } from '#core/videos/ports'
import type { ReadBytes } from './read-bytes.ts'

const HEADER_BYTES = 16
/** A file has `ftyp`, `moov`, `mdat` and little else; one in fragments has two boxes for each of them. */
const MOST_BOXES = 200
/** The index of a three-hour video is about 8 MB. */
const MOST_INDEX_BYTES = 64 * 1024 * 1024

/** What such a file begins with. */
const FIRST: ReadonlySet<string> = new Set('ftyp moov mdat wide free skip pnot'.split(' '))
/** Without these to their ends there is no picture; what comes behind them may be anything. */
const VITAL: ReadonlySet<string> = new Set(['moov', 'mdat', 'moof'])

/**
 * MP4 and QuickTime by ISO/IEC 14496-12; null for every other kind of file. It is encrypted when its index
 * names sample entries `encv` or `enca` with their protection scheme (8.12), and cut off when a box promises
 * more bytes than follow.
 */
export async function readMp4(
  read: ReadBytes,
  sizeBytes: number,
): Promise<Partial<FileStructure> | null> {
  let found: Partial<FileStructure> = {}
  let offset = 0
  for (let boxes = 0; boxes < MOST_BOXES && offset < sizeBytes; boxes += 1) {
    const box = readHeader(await read(offset, HEADER_BYTES))
    if (offset === 0 && !(box && FIRST.has(box.type))) return null
    if (!box) break
    if (VITAL.has(box.type) && offset + box.bytes > sizeBytes) return { ...found, isCutOff: true }
    if (box.type === 'moov') {
      found = readIndex(await read(offset, Math.min(box.bytes, MOST_INDEX_BYTES)))
    }
    offset += box.bytes
  }
  return found
}

function readIndex(index: Buffer): Partial<FileStructure> {
  // The colours of the picture: primaries, transfer and matrix in 16 bits each, then a flag (12.1.5).
  const colours = index.indexOf('colrnclx')
  return {
    isEncrypted: index.includes('schm') && (index.includes('encv') || index.includes('enca')),
    isFullRange: colours >= 0 && ((index[colours + 14] ?? 0) & 0x80) !== 0,
  }
}

/** A box begins with its size, in 32 bits or, where those say 1, in the 64 bits after its type. */
function readHeader(header: Buffer): { readonly type: string; readonly bytes: number } | null {
  if (header.length < 8) return null
  const type = header.toString('latin1', 4, 8)
  const size = header.readUInt32BE(0)
  // 0 is a box that goes on to the end of the file.
  if (size !== 1) return size < 8 ? null : { type, bytes: size }
  return header.length < HEADER_BYTES ? null : { type, bytes: Number(header.readBigUInt64BE(8)) }
}
