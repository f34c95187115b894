const FIRST_MS = 2000
const LONGEST_MS = 300_000

export interface Backoff {
  /** @param askedMs for how long the server asks to be left alone. @returns how long to wait. */
  failed(askedMs?: number): number
  succeeded(): void
  /** A reason to try at once, such as a network that is back; what the server asked for still counts. */
  hope(): void
  isWaiting(): boolean
}

/**
 * When to try again: after 2 s, twice as long each time, five minutes at most, and never before the server
 * wants it. A half of it is left to chance, so that a class that was cut off together does not come back
 * together.
 */
export function createBackoff(
  now = () => performance.now(),
  chance: () => number = Math.random,
): Backoff {
  let failures = 0
  let until = 0
  let askedUntil = 0
  return {
    failed(askedMs = 0) {
      const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20))
      failures += 1
      askedUntil = Math.max(askedUntil, now() + askedMs)
      until = Math.max(askedUntil, now() + longest * (0.5 + chance() / 2))
      return until - now()
    },
    succeeded() {
      failures = 0
      until = 0
      askedUntil = 0
    },
    hope() {
      until = askedUntil
    },
    isWaiting: () => now() < until,
  }
}
