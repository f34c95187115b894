import { TokenBucket } from '#load/simulation/engine/token-bucket'
import { assumed, facts } from './facts.ts'

/** Of the hashed keys; a partition has one of them or many beside each other. */
const SLOTS = 4_096

export interface Partition {
  readonly from: number
  readonly to: number
  readonly reads: TokenBucket
  readonly writes: TokenBucket
  refused: number
  minutesRefusing: number
}

/**
 * The partitions of a table or of one of its indexes: each takes 3,000 units of reading and 1,000 of writing a second, and
 * one that refuses for minutes is cut in two, as far as its keys can be told apart. A key is told by its hash.
 */
export class Partitions {
  #all: Partition[]
  readonly #bySlot = new Uint16Array(SLOTS)

  constructor(count: number) {
    const size = SLOTS / count
    this.#all = Array.from({ length: count }, (_, at) =>
      partition(Math.round(at * size), Math.round((at + 1) * size), 0),
    )
    this.#index()
  }

  get count(): number {
    return this.#all.length
  }

  of(key: number): Partition {
    return this.#all[this.#bySlot[key % SLOTS] as number] as Partition
  }

  /** Called once a minute. */
  split(now: number): void {
    const all = this.#all.flatMap((it) => {
      it.minutesRefusing = it.refused > 0 ? it.minutesRefusing + 1 : 0
      it.refused = 0
      if (it.minutesRefusing < assumed.splitAfterMinutes || it.to - it.from < 2) return [it]
      const middle = (it.from + it.to) >> 1
      return [partition(it.from, middle, now), partition(middle, it.to, now)]
    })
    if (all.length === this.#all.length) return
    this.#all = all
    this.#index()
  }

  #index(): void {
    this.#all.forEach(({ from, to }, at) => {
      this.#bySlot.fill(at, from, to)
    })
  }
}

function partition(from: number, to: number, now: number): Partition {
  const { reads, writes } = facts.table.partition
  const bucket = (rate: number) => {
    const full = new TokenBucket(rate, rate)
    full.resize(now, rate, rate)
    return full
  }
  return { from, to, reads: bucket(reads), writes: bucket(writes), refused: 0, minutesRefusing: 0 }
}

/** Spreads whole numbers over the keys' hashes, by the finish of MurmurHash3 (https://github.com/aappleby/smhasher). */
export function hashOf(key: number): number {
  let hash = key | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
