/**
 * A line before servers that are all alike, first come, first served. Whoever comes is told at once how long they wait,
 * since everybody before them has a length that is known; so a line needs no events of its own. Who comes must come in
 * the order of time.
 */
export class WaitingLine {
  /** When each server has nothing to do any more. */
  readonly #freeAt: Float64Array

  constructor(servers: number) {
    this.#freeAt = new Float64Array(servers)
  }

  /** @returns seconds of waiting before the service begins */
  join(now: number, service: number): number {
    const freeAt = this.#freeAt
    let soonest = 0
    for (let server = 1; server < freeAt.length; server++)
      if ((freeAt[server] as number) < (freeAt[soonest] as number)) soonest = server
    const begins = Math.max(now, freeAt[soonest] as number)
    freeAt[soonest] = begins + service
    return begins - now
  }
}
