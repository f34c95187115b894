/**
 * Environments on demand that wait for a call: the one that was busy last is taken first, which AWS does not say but
 * keeps fewest, and the one that waits longest is the first to go.
 */
export class IdleEnvironments {
  readonly #idleSeconds: number
  readonly #forget: (environment: number) => void
  #environments: number[] = []
  #since: number[] = []
  /** Before it all are gone. */
  #first = 0

  constructor(idleSeconds: number, forget: (environment: number) => void) {
    this.#idleSeconds = idleSeconds
    this.#forget = forget
  }

  add(now: number, environment: number): void {
    this.#environments.push(environment)
    this.#since.push(now)
  }

  /** @returns -1 where there is none */
  take(now: number): number {
    this.#end(now - this.#idleSeconds)
    if (this.#first >= this.#environments.length) return -1
    this.#since.pop()
    return this.#environments.pop() as number
  }

  clear(): void {
    this.keep(() => false)
  }

  keep(isKept: (environment: number) => boolean): void {
    const environments = this.#environments.slice(this.#first)
    const since = this.#since.slice(this.#first)
    this.#environments = []
    this.#since = []
    this.#first = 0
    environments.forEach((environment, at) => {
      if (isKept(environment)) this.add(since[at] as number, environment)
      else this.#forget(environment)
    })
  }

  #end(before: number): void {
    while (this.#first < this.#since.length && (this.#since[this.#first] as number) < before)
      this.#forget(this.#environments[this.#first++] as number)
    if (this.#first < 1_000) return
    this.#environments.splice(0, this.#first)
    this.#since.splice(0, this.#first)
    this.#first = 0
  }
}
