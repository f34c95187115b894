import { type Element, elementAt, unsigned, variableInt } from './ebml.ts'

/** RFC 9559, 5.1.3. */
const ID = {
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  blockDuration: 0x9b,
} as const

const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75])

/** A piece of a track. Times in ticks. */
interface Block {
  readonly track: number
  readonly time: number
  duration: number | null
}

/** Frames of a track from the first to the last, which itself does not count. */
export interface Stretch {
  readonly frames: number
  readonly ticks: number
}

/** The blocks of the cluster at an offset and of those behind it, as far as the bytes go. */
export function blocksAt(bytes: Buffer, from: number): Block[] {
  const blocks: Block[] = []
  let clusterTime: number | null = null
  for (let at = from; at < bytes.length; ) {
    const element = elementAt(bytes, at)
    if (!element) break
    // Recorders do not know the size of a cluster when they begin it, so its children are walked as if beside it.
    if (element.id === ID.cluster || element.id === ID.blockGroup) {
      at = element.start
      continue
    }
    if (element.end === null) break
    if (element.id === ID.timestamp) clusterTime = unsigned(bytes, element)
    const isBlock = element.id === ID.simpleBlock || element.id === ID.block
    const block = isBlock && clusterTime !== null && readBlock(bytes, element, clusterTime)
    if (block) blocks.push(block)
    const last = blocks.at(-1)
    if (element.id === ID.blockDuration && last) last.duration = unsigned(bytes, element)
    at = element.end
  }
  return blocks
}

/** The blocks of the last cluster that begins in the bytes; null when none does. */
export function lastBlocksIn(bytes: Buffer): Block[] | null {
  for (
    let at = bytes.lastIndexOf(CLUSTER);
    at >= 0;
    at = at > 0 ? bytes.lastIndexOf(CLUSTER, at - 1) : -1
  ) {
    // The same four bytes may be part of a picture, but no blocks come behind them there.
    const blocks = blocksAt(bytes, at)
    if (blocks.length > 0) return blocks
  }
  return null
}

export function stretchOf(blocks: readonly Block[], track: number | undefined): Stretch {
  const times = blocks.filter((block) => block.track === track).map(({ time }) => time)
  if (times.length < 2) return { frames: 0, ticks: 0 }
  // In the order of decoding, which need not be that of time.
  return { frames: times.length - 1, ticks: Math.max(...times) - Math.min(...times) }
}

/** A track's number, then the time since the cluster's in 16 bits. */
function readBlock(bytes: Buffer, { start }: Element, clusterTime: number): Block | null {
  const track = variableInt(bytes, start)
  if (!track || track.value === null || start + track.length + 2 > bytes.length) return null
  const time = clusterTime + bytes.readInt16BE(start + track.length)
  return { track: track.value, time, duration: null }
}
