import { TokenBucket } from '#load/simulation/engine/token-bucket'
import { assumed, facts } from './facts.ts'

/** Of the hashed keys; a partition has one of them or many beside each other. */
const SLOTS = 4_096

interface Partition {
  readonly from: number
  readonly to: number
  readonly reads: TokenBucket
  readonly writes: TokenBucket
  refused: number
  minutesRefusing: number
}

/**
 * The table's partitions: each takes 3,000 units of reading and 1,000 of writing a second, and one that refuses for
 * minutes is cut in two, as far as its keys can be told apart. A key is told by its hash.
 */
export class Table {
  /** Requests that a partition refused, and calls that failed with it after the SDK's tries. */
  refused = 0
  failed = 0
  #partitions: Partition[]
  readonly #bySlot = new Uint16Array(SLOTS)

  constructor(partitions: number = facts.table.partitions) {
    const size = SLOTS / partitions
    this.#partitions = Array.from({ length: partitions }, (_, at) =>
      partition(Math.round(at * size), Math.round((at + 1) * size), 0),
    )
    this.#index()
  }

  get partitions(): number {
    return this.#partitions.length
  }

  /** @returns seconds that the SDK waited between its tries; -1 where all were refused */
  read(now: number, key: number, units: number): number {
    const it = this.#of(key)
    return this.#try(now, it, it.reads, units)
  }

  write(now: number, key: number, units: number): number {
    const it = this.#of(key)
    return this.#try(now, it, it.writes, units)
  }

  /** Called once a minute. */
  split(now: number): void {
    const partitions = this.#partitions.flatMap((it) => {
      it.minutesRefusing = it.refused > 0 ? it.minutesRefusing + 1 : 0
      it.refused = 0
      if (it.minutesRefusing < assumed.splitAfterMinutes || it.to - it.from < 2) return [it]
      const middle = (it.from + it.to) >> 1
      return [partition(it.from, middle, now), partition(middle, it.to, now)]
    })
    if (partitions.length === this.#partitions.length) return
    this.#partitions = partitions
    this.#index()
  }

  #of(key: number): Partition {
    return this.#partitions[this.#bySlot[key % SLOTS] as number] as Partition
  }

  #try(now: number, it: Partition, bucket: TokenBucket, units: number): number {
    const { tries, firstPauseSeconds } = facts.table
    let waited = 0
    for (let attempt = 0; attempt < tries; attempt++) {
      if (bucket.take(now + waited, units)) return waited
      it.refused++
      this.refused++
      waited += firstPauseSeconds * 2 ** attempt
    }
    this.failed++
    return -1
  }

  #index(): void {
    this.#partitions.forEach(({ from, to }, at) => {
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
