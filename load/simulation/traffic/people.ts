import type { Popularity } from '#load/simulation/engine/popularity'
import type { Rng } from '#load/simulation/engine/rng'
import type { Stage, Walk } from './walk.ts'

/** Everybody, each a number; what is known of them lies in arrays. */
export class People {
  readonly count: number
  /** The course that they are at. */
  readonly course: Uint16Array
  /** Until when a video plays to them. */
  readonly playsUntil: Float64Array
  /** Until when Valkey remembers their courses, and how far they are in theirs. */
  readonly coursesKept: Float64Array
  readonly courseKept: Float64Array
  /** Heartbeats that could not be told since the last that could, and until when none is tried. */
  readonly failedBeats: Uint8Array
  readonly waitsUntil: Float64Array

  readonly #walks: readonly Walk[]
  readonly #walk: Uint8Array
  readonly #stage: Int16Array
  readonly #again: Uint16Array
  readonly #rng: Rng
  readonly #favour: Popularity

  /** @param kinds how many go each walk */
  constructor(
    kinds: readonly { readonly walk: Walk; readonly count: number }[],
    { rng, favour }: { readonly rng: Rng; readonly favour: Popularity },
  ) {
    this.#walks = kinds.map(({ walk }) => walk)
    this.count = kinds.reduce((sum, { count }) => sum + count, 0)
    this.course = new Uint16Array(this.count)
    this.playsUntil = new Float64Array(this.count)
    this.coursesKept = new Float64Array(this.count)
    this.courseKept = new Float64Array(this.count)
    this.failedBeats = new Uint8Array(this.count)
    this.waitsUntil = new Float64Array(this.count)
    this.#walk = new Uint8Array(this.count)
    this.#stage = new Int16Array(this.count).fill(-1)
    this.#again = new Uint16Array(this.count)
    this.#rng = rng
    this.#favour = favour
    let from = 0
    kinds.forEach(({ count }, at) => {
      this.#walk.fill(at, from, from + count)
      from += count
    })
  }

  /** Somewhere in the middle of a session, as whoever is there when one looks. */
  begin(person: number): void {
    this.#meet(person)
    const { stages } = this.#walkOf(person)
    const total = stages.reduce((sum, { times, seconds }) => sum + times * seconds, 0)
    let left = this.#rng.uniform() * total
    let at = 0
    while (at < stages.length - 1) {
      const { times, seconds } = stages[at] as Stage
      if (left < times * seconds) break
      left -= times * seconds
      at++
    }
    const { times } = stages[at] as Stage
    this.#stage[person] = at
    this.#again[person] = Math.floor(this.#rng.uniform() * Math.max(1, times)) + 1
  }

  /** At the beginning of a session. */
  join(person: number): void {
    this.#meet(person)
  }

  /** @returns what this person does next; undefined where they leave for good */
  step(person: number): Stage | undefined {
    const { stages, goesOn } = this.#walkOf(person)
    while ((this.#again[person] as number) === 0) {
      const at = (this.#stage[person] as number) + 1
      if (at === stages.length && !goesOn) return undefined
      if (at === stages.length) {
        this.#meet(person)
        this.#stage[person] = -1
        continue
      }
      this.#stage[person] = at
      this.#again[person] = this.countOf((stages[at] as Stage).times)
    }
    this.#again[person] = (this.#again[person] as number) - 1
    return stages[this.#stage[person] as number]
  }

  /** A whole number that is `mean` on average: its whole part, and one more as often as the rest says. */
  countOf(mean: number): number {
    const whole = Math.floor(mean)
    return mean > whole && this.#rng.uniform() < mean - whole ? whole + 1 : whole
  }

  #walkOf(person: number): Walk {
    return this.#walks[this.#walk[person] as number] as Walk
  }

  /** Somebody else is there, of whom nothing is remembered. */
  #meet(person: number): void {
    this.course[person] = this.#favour.draw(this.#rng)
    this.coursesKept[person] = 0
    this.courseKept[person] = 0
    this.failedBeats[person] = 0
    this.waitsUntil[person] = 0
  }
}
