import type { Rng } from './rng.ts'

/**
 * Which of `count` things somebody wants: the n-th in favour as often as 1/n (Zipf,
 * https://doi.org/10.1109/INFCOM.1999.749260). By the alias method, so a draw costs the same however many there are
 * (https://doi.org/10.1145/355744.355749).
 */
export class Popularity {
  readonly #chance: Float64Array
  readonly #other: Int32Array

  constructor(count: number) {
    const weights = Float64Array.from({ length: count }, (_, rank) => 1 / (rank + 1))
    const sum = weights.reduce((total, one) => total + one, 0)
    const scaled = weights.map((weight) => (weight * count) / sum)
    this.#chance = new Float64Array(count).fill(1)
    this.#other = Int32Array.from({ length: count }, (_, at) => at)
    const small: number[] = []
    const large: number[] = []
    for (let at = 0; at < count; at++) ((scaled[at] as number) < 1 ? small : large).push(at)
    while (small.length > 0 && large.length > 0) {
      const little = small.pop() as number
      const much = large[large.length - 1] as number
      this.#chance[little] = scaled[little] as number
      this.#other[little] = much
      const left = (scaled[much] as number) - (1 - (scaled[little] as number))
      scaled[much] = left
      if (left < 1) small.push(large.pop() as number)
    }
  }

  draw(rng: Rng): number {
    const at = rng.below(this.#chance.length)
    return rng.uniform() < (this.#chance[at] as number) ? at : (this.#other[at] as number)
  }
}
