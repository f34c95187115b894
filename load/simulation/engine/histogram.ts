/** Between neighbouring bounds. A value is told as the middle of its bucket, so at most 2 % beside what it was. */
const GROWTH = 1.04
const LEAST = 0.01
const SCALE = 1 / Math.log(GROWTH)
/** Up to an hour, in milliseconds. */
export const BUCKETS = Math.ceil(Math.log(3_600_000 / LEAST) * SCALE) + 2

/** The greatest share by which a percentile may be beside the true one, within 0.01 ms and an hour. */
export const HISTOGRAM_ERROR = Math.sqrt(GROWTH) - 1

/**
 * How often each length of time was met, in buckets that grow by 4 %: its size does not depend on how many there were.
 * Several can share one array, each at an offset of its own.
 */
export class Histogram {
  count = 0
  sum = 0
  readonly #counts: Uint32Array

  constructor(counts = new Uint32Array(BUCKETS)) {
    this.#counts = counts
  }

  add(milliseconds: number): void {
    this.count++
    this.sum += milliseconds
    const at = bucketOf(milliseconds)
    this.#counts[at] = (this.#counts[at] as number) + 1
  }

  get mean(): number {
    return this.count === 0 ? 0 : this.sum / this.count
  }

  /** The time that `percent` of all took at most; 0 where there was none. */
  percentile(percent: number): number {
    const rank = Math.max(1, Math.ceil((this.count * percent) / 100))
    let seen = 0
    for (let at = 0; at < BUCKETS; at++) {
      seen += this.#counts[at] as number
      if (seen >= rank) return middleOf(at)
    }
    return 0
  }

  /** The share of all that took longer, between 0 and 1. */
  shareAbove(milliseconds: number): number {
    if (this.count === 0) return 0
    let above = 0
    for (let at = bucketOf(milliseconds) + 1; at < BUCKETS; at++)
      above += this.#counts[at] as number
    return above / this.count
  }
}

function bucketOf(milliseconds: number): number {
  if (milliseconds < LEAST) return 0
  return Math.min(BUCKETS - 1, 1 + Math.floor(Math.log(milliseconds / LEAST) * SCALE))
}

const middleOf = (bucket: number) => (bucket === 0 ? 0 : LEAST * GROWTH ** (bucket - 0.5))
