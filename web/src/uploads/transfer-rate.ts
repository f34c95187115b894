/** How fast bytes moved over the last seconds, and how long the rest will take. */
export class TransferRate {
  readonly #samples: { at: number; bytes: number }[] = []

  /** `bytes` moved in all until `at` (milliseconds). */
  add(at: number, bytes: number) {
    this.#samples.push({ at, bytes })
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > 8000)
      this.#samples.shift()
  }

  /** Null until a second has been seen. */
  bytesPerSecond(): number | null {
    const first = this.#samples[0]
    const last = this.#samples.at(-1)
    if (!first || !last || last.at - first.at < 1000) return null
    return Math.max(0, (1000 * (last.bytes - first.bytes)) / (last.at - first.at))
  }

  secondsLeft(total: number): number | null {
    const rate = this.bytesPerSecond()
    const done = this.#samples.at(-1)?.bytes ?? 0
    return rate ? Math.max(0, total - done) / rate : null
  }
}
