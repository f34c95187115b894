import type { FileStructure } from '#core/videos/ports'
import { childrenOf, type Element, elementAt, float, unsigned } from './ebml.ts'
import { blocksAt, lastBlocksIn, type Stretch, stretchOf } from './matroska-blocks.ts'
import type { ReadBytes } from './read-bytes.ts'

/** RFC 9559, 5.1. */
const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  cluster: 0x1f43b675,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  defaultDuration: 0x23e383,
  video: 0xe0,
  colour: 0x55b0,
  range: 0x55b9,
} as const

const VIDEO = 1
const FULL_RANGE = 2
const HEADER_BYTES = 12
/** Before the first cluster. */
const MOST_ELEMENTS = 64
const MOST_HEADER_BYTES = 4 * 1024 * 1024
/** A cluster lasts at most 32 s, for its blocks' times have 16 bits of milliseconds: 64 MiB hold one at 16 Mbit/s. */
const TAILS = [1, 8, 64].map((mebibytes) => mebibytes * 1024 * 1024)
const NANOSECONDS = 1e9

interface Header {
  /** Nanoseconds of a tick. */
  scale: number
  /** Ticks; null where nobody wrote it. */
  duration: number | null
  /** Its number, and nanoseconds of a frame. */
  video: { readonly track: number; readonly frame: number | null } | null
  isFullRange: boolean
  firstCluster: number | null
}

/**
 * Matroska and WebM by RFC 9559; null for every other kind of file. What a browser records has no length in
 * its header, since that was written first: then it is the time from the first block to the end of the last.
 * The same goes for the rate of the pictures, which is the mean of the first and the last stretch.
 */
export async function readMatroska(
  read: ReadBytes,
  sizeBytes: number,
): Promise<Partial<FileStructure> | null> {
  const begin = await read(0, 64)
  const ebml = elementAt(begin, 0)
  if (ebml?.id !== ID.ebml || ebml.end === null) return null
  const segment = elementAt(await read(ebml.end, HEADER_BYTES), 0)
  if (segment?.id !== ID.segment) return null
  const start = ebml.end + segment.start
  const header = await readHeader(read, start)
  const isCutOff = segment.end !== null && ebml.end + segment.end > sizeBytes
  return {
    isCutOff,
    isFullRange: header.isFullRange,
    ...(await measure(read, sizeBytes, header)),
  }
}

async function readHeader(read: ReadBytes, start: number): Promise<Header> {
  const header: Header = {
    scale: 1_000_000,
    duration: null,
    video: null,
    isFullRange: false,
    firstCluster: null,
  }
  let offset = start
  for (let count = 0; count < MOST_ELEMENTS; count += 1) {
    const element = elementAt(await read(offset, HEADER_BYTES), 0)
    if (!element) break
    if (element.id === ID.cluster) return { ...header, firstCluster: offset }
    if (element.end === null) break
    if (element.id === ID.info || element.id === ID.tracks) {
      const length = Math.min(element.end - element.start, MOST_HEADER_BYTES)
      readInto(header, await read(offset + element.start, length))
    }
    offset += element.end
  }
  return header
}

function readInto(header: Header, bytes: Buffer): void {
  for (const element of childrenOf(bytes)) {
    if (element.id === ID.timestampScale) header.scale = unsigned(bytes, element) || header.scale
    if (element.id === ID.duration) header.duration = float(bytes, element)
    if (element.id === ID.trackEntry && !header.video) readTrack(header, contentOf(bytes, element))
  }
}

function readTrack(header: Header, bytes: Buffer): void {
  const fields = new Map([...childrenOf(bytes)].map((element) => [element.id, element]))
  const number = (id: number) => {
    const element = fields.get(id)
    return element ? unsigned(bytes, element) : null
  }
  if (number(ID.trackType) !== VIDEO) return
  header.video = { track: number(ID.trackNumber) ?? 1, frame: number(ID.defaultDuration) }
  const video = fields.get(ID.video)
  if (video) header.isFullRange = rangeIn(contentOf(bytes, video)) === FULL_RANGE
}

function rangeIn(video: Buffer): number | null {
  for (const colour of childrenOf(video)) {
    if (colour.id !== ID.colour) continue
    const bytes = contentOf(video, colour)
    for (const element of childrenOf(bytes))
      if (element.id === ID.range) return unsigned(bytes, element)
  }
  return null
}

const contentOf = (bytes: Buffer, { start, end }: Element) => bytes.subarray(start, end ?? start)

async function measure(
  read: ReadBytes,
  sizeBytes: number,
  { scale, duration, video, firstCluster }: Header,
): Promise<Pick<FileStructure, 'durationSeconds' | 'frameRate'>> {
  const declaredSeconds = duration === null ? null : (duration * scale) / NANOSECONDS
  const declaredRate = video?.frame ? NANOSECONDS / video.frame : null
  const declared = { durationSeconds: declaredSeconds || null, frameRate: declaredRate }
  const isKnown = declared.durationSeconds !== null && declared.frameRate !== null
  if (isKnown || firstCluster === null) return declared
  const first = blocksAt(await read(firstCluster, TAILS[0] ?? 0), 0)
  const last = await readLast(read, sizeBytes, firstCluster)
  const from = first[0]
  if (!from || !last) return declared
  const end = Math.max(...last.map(({ time, duration }) => time + (duration ?? 0)))
  const stretches = [stretchOf(first, video?.track), stretchOf(last, video?.track)]
  return {
    durationSeconds: declared.durationSeconds ?? toSeconds(end - from.time, scale),
    frameRate: declared.frameRate ?? meanRate(stretches, scale),
  }
}

async function readLast(read: ReadBytes, sizeBytes: number, firstCluster: number) {
  for (const length of TAILS) {
    const offset = Math.max(firstCluster, sizeBytes - length)
    const blocks = lastBlocksIn(await read(offset, sizeBytes - offset))
    if (blocks) return blocks
    if (offset === firstCluster) return null
  }
  return null
}

const toSeconds = (ticks: number, scale: number) =>
  ticks > 0 ? (ticks * scale) / NANOSECONDS : null

function meanRate(stretches: readonly Stretch[], scale: number): number | null {
  const frames = stretches.reduce((sum, stretch) => sum + stretch.frames, 0)
  const seconds = toSeconds(
    stretches.reduce((sum, stretch) => sum + stretch.ticks, 0),
    scale,
  )
  return seconds === null || frames === 0 ? null : frames / seconds
}
