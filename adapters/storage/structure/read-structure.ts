import type { FileStructure } from '#core/videos/ports'
import { readMatroska } from './matroska.ts'
import { readMp4 } from './mp4.ts'
import type { ReadBytes } from './read-bytes.ts'

/**
 * What the structure of a file tells of it, as far as its kind is one that we read: MP4 and QuickTime, or
 * Matroska and WebM. Reads headers and indexes, and never the whole.
 */
export const readStructure = async (
  read: ReadBytes,
  sizeBytes: number,
): Promise<FileStructure> => ({
  isEncrypted: false,
  isCutOff: false,
  isFullRange: false,
  durationSeconds: null,
  frameRate: null,
  ...((await readMp4(read, sizeBytes)) ?? (await readMatroska(read, sizeBytes))),
})
