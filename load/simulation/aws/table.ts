import { facts } from './facts.ts'
import { type Partition, Partitions } from './partitions.ts'

/** Of an index: what it is read by, which a write of the table writes there too. */
export const indexNames = ['byPerson', 'byCourse'] as const
export type IndexName = (typeof indexNames)[number]

/** What a write of the table writes in an index. */
export interface IndexWrite {
  readonly index: IndexName
  readonly key: number
  readonly units: number
}

/**
 * The table with its indexes, each of which has partitions of its own. A write that an index has no room for is refused
 * though the table has:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/gsi-throttling.html
 */
export class Table {
  /** Requests that a partition refused, and calls that failed with it after the SDK's tries. */
  refused = 0
  failed = 0
  /** Of those refused, by an index alone. */
  refusedByIndex = 0
  readonly #own: Partitions
  readonly #indexes: Readonly<Record<IndexName, Partitions>>

  constructor(partitions: number = facts.table.partitions) {
    this.#own = new Partitions(partitions)
    // What warms the table warms its indexes (docs/sizing.md, "Before people come").
    this.#indexes = { byPerson: new Partitions(partitions), byCourse: new Partitions(partitions) }
  }

  get partitions(): number {
    return this.#own.count
  }

  /** @returns seconds that the SDK waited between its tries; -1 where all were refused */
  read(now: number, key: number, units: number): number {
    const it = this.#own.of(key)
    return this.#try(now, (at) => it.reads.take(at, units) || this.#refuse(it))
  }

  write(
    now: number,
    key: number,
    units: number,
    { index, ...indexed }: Partial<IndexWrite> = {},
  ): number {
    const it = this.#own.of(key)
    const other = index && this.#indexes[index].of(indexed.key ?? 0)
    return this.#try(now, (at) => {
      if (!it.writes.has(at, units)) return this.#refuse(it)
      if (other && !other.writes.take(at, indexed.units)) {
        this.refusedByIndex++
        return this.#refuse(other)
      }
      return it.writes.take(at, units)
    })
  }

  /** Called once a minute. */
  split(now: number): void {
    this.#own.split(now)
    for (const index of indexNames) this.#indexes[index].split(now)
  }

  #refuse(it: Partition): false {
    it.refused++
    this.refused++
    return false
  }

  #try(now: number, take: (at: number) => boolean): number {
    const { tries, firstPauseSeconds } = facts.table
    let waited = 0
    for (let attempt = 0; attempt < tries; attempt++) {
      if (take(now + waited)) return waited
      waited += firstPauseSeconds * 2 ** attempt
    }
    this.failed++
    return -1
  }
}
