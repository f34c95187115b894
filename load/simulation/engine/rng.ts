/**
 * Chance that can be repeated: xoshiro128++ (https://prng.di.unimi.it/xoshiro128plusplus.c), whose state of 128 bits
 * comes from a seed by splitmix32. A stream is told by its number, so that what one part of a simulation draws
 * changes nothing for another: two capacities meet the same people.
 */
export class Rng {
  #a: number
  #b: number
  #c: number
  #d: number
  /** The second of a pair of normal numbers, of which the first was given out. */
  #spare = Number.NaN

  constructor(seed: number, stream = 0) {
    let state = Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca77)
    const next = () => {
      state = (state + 0x9e3779b9) | 0
      let mixed = state ^ (state >>> 16)
      mixed = Math.imul(mixed, 0x21f0aaad)
      mixed ^= mixed >>> 15
      mixed = Math.imul(mixed, 0x735a2d97)
      return mixed ^ (mixed >>> 15)
    }
    this.#a = next()
    this.#b = next()
    this.#c = next()
    this.#d = next() || 1
  }

  /** The generator in a given state, to hold it to published numbers. */
  static fromState(state: readonly [number, number, number, number]): Rng {
    const rng = new Rng(0)
    ;[rng.#a, rng.#b, rng.#c, rng.#d] = state
    return rng
  }

  /** A whole number of 32 bits. */
  bits(): number {
    const sum = (this.#a + this.#d) | 0
    const bits = (((sum << 7) | (sum >>> 25)) + this.#a) >>> 0
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return bits
  }

  /** Above 0 and below 1. */
  uniform(): number {
    return (this.bits() + 0.5) / 4_294_967_296
  }

  /** From 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.uniform() * count)
  }

  exponential(mean: number): number {
    return -Math.log(this.uniform()) * mean
  }

  /** With mean 0 and deviation 1, by Box and Muller (https://doi.org/10.1214/aoms/1177706645). */
  normal(): number {
    if (!Number.isNaN(this.#spare)) {
      const spare = this.#spare
      this.#spare = Number.NaN
      return spare
    }
    const radius = Math.sqrt(-2 * Math.log(this.uniform()))
    const angle = 2 * Math.PI * this.uniform()
    this.#spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
}
