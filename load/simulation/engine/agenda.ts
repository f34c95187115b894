const START = 1024

/**
 * What is to happen, soonest first: a heap of four children a node in two arrays of numbers, so that an event costs no
 * object. `next` takes the soonest off; its time, kind and subject are then read from the agenda.
 */
export class Agenda {
  /** Seconds since the start, of the event that was taken last. */
  time = 0
  kind = 0
  /** What it is about: a person, a function. */
  subject = 0
  #times = new Float64Array(START)
  #codes = new Float64Array(START)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** @param kind below 16 */
  add(time: number, kind: number, subject: number): void {
    if (this.#size === this.#times.length) this.#grow()
    const times = this.#times
    const codes = this.#codes
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >> 2
      const above = times[parent] as number
      if (above <= time) break
      times[at] = above
      codes[at] = codes[parent] as number
      at = parent
    }
    times[at] = time
    codes[at] = subject * 16 + kind
  }

  /** @returns whether there was one */
  next(): boolean {
    if (this.#size === 0) return false
    const times = this.#times
    const codes = this.#codes
    const code = codes[0] as number
    this.time = times[0] as number
    this.kind = code % 16
    this.subject = (code - this.kind) / 16
    const size = --this.#size
    if (size > 0) this.#sink(times[size] as number, codes[size] as number, size)
    return true
  }

  /** Finds the place of the last event, from the top down. */
  #sink(time: number, code: number, size: number): void {
    const times = this.#times
    const codes = this.#codes
    let at = 0
    for (;;) {
      const first = at * 4 + 1
      if (first >= size) break
      const end = Math.min(first + 4, size)
      let least = first
      let soonest = times[first] as number
      for (let child = first + 1; child < end; child++) {
        const other = times[child] as number
        if (other < soonest) {
          soonest = other
          least = child
        }
      }
      if (soonest >= time) break
      times[at] = soonest
      codes[at] = codes[least] as number
      at = least
    }
    times[at] = time
    codes[at] = code
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2)
    const codes = new Float64Array(times.length)
    times.set(this.#times)
    codes.set(this.#codes)
    this.#times = times
    this.#codes = codes
  }
}
