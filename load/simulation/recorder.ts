import { services } from '#contract/http/route'
import { BUCKETS, Histogram } from './engine/histogram.ts'

/** Requests, and what became of them. */
export class Sums {
  /** Of those that were answered, in milliseconds. */
  readonly latency: Histogram
  asked = 0
  /** By the gateway's cache. */
  fromGateway = 0
  /** By the rate of the stage, with 429. */
  throttled = 0
  /** By Lambda, which had no environment to give. */
  refused = 0
  /** With the table, or with an environment that was lost. */
  failed = 0
  coldStarts = 0
  /** Calls that found no provisioned environment where there are some. */
  spilledOver = 0

  constructor(counts?: Uint32Array<ArrayBuffer>) {
    this.latency = new Histogram(counts)
  }

  get errors(): number {
    return this.throttled + this.refused + this.failed
  }
}

/** What can be counted of a request. */
export type Count = Exclude<keyof Sums, 'latency' | 'errors'>

/** A short stretch of the run. */
export class Stretch extends Sums {
  /** By function: the most environments that were busy at an end of a second, and those provisioned. */
  readonly busy = new Float64Array(services.length)
  readonly provisioned = new Float64Array(services.length)
  /** What came past the gateway's cache. */
  readonly calls = new Float64Array(services.length)
}

/** Enough for a plot. */
const STRETCHES = 240

/** What was seen of a run: as much as fits a report, however many requests there were. */
export class Recorder {
  readonly total = new Sums()
  readonly functions = services.map(() => new Sums())
  readonly stretches: readonly Stretch[]
  readonly stretchSeconds: number
  /** Calls that a person saw fail, after the client had tried again. */
  gaveUp = 0
  readonly #from: number
  #stretch: Stretch
  #counts = false

  /** @param fromSeconds before it only the plots are told */
  constructor(seconds: number, fromSeconds: number) {
    this.stretchSeconds = Math.max(10, Math.ceil(seconds / STRETCHES))
    const counts = new Uint32Array(BUCKETS * (Math.ceil(seconds / this.stretchSeconds) + 1))
    this.stretches = Array.from(
      { length: counts.length / BUCKETS },
      (_, at) => new Stretch(counts.subarray(at * BUCKETS, (at + 1) * BUCKETS)),
    )
    this.#stretch = this.stretches[0] as Stretch
    this.#from = fromSeconds
  }

  /** What is told from now on happened at this time. */
  at(now: number): void {
    const stretch = Math.floor(now / this.stretchSeconds)
    this.#stretch = this.stretches[Math.min(stretch, this.stretches.length - 1)] as Stretch
    this.#counts = now >= this.#from
  }

  add(service: number, what: Count): void {
    this.#stretch[what]++
    if (!this.#counts) return
    this.total[what]++
    ;(this.functions[service] as Sums)[what]++
  }

  /** A call that came to a function. */
  called(service: number): void {
    const { calls } = this.#stretch
    calls[service] = (calls[service] as number) + 1
  }

  answered(service: number, milliseconds: number): void {
    this.#stretch.latency.add(milliseconds)
    if (!this.#counts) return
    this.total.latency.add(milliseconds)
    ;(this.functions[service] as Sums).latency.add(milliseconds)
  }

  givenUp(): void {
    if (this.#counts) this.gaveUp++
  }

  environments(service: number, busy: number, provisioned: number): void {
    const stretch = this.#stretch
    stretch.busy[service] = Math.max(stretch.busy[service] as number, busy)
    stretch.provisioned[service] = provisioned
  }
}
