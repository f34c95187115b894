import type { Rng } from '#load/simulation/engine/rng'

/** What the web client does after an answer that is none: `web/src/api/queries.ts` and `web/src/progress/backoff.ts`. */
const QUERY = { tries: 3, firstSeconds: 2, longestSeconds: 30 }
/** Whom the sign-in page turns away presses again, after some seconds; assumed. */
const SIGN_IN_AGAIN_SECONDS = 5
const BEAT = { firstSeconds: 2, longestSeconds: 300 }

/** @returns seconds until a call is made again that failed so often; -1: the person sees that it failed */
export function pauseOfCall(failures: number, rng: Rng): number {
  if (failures >= QUERY.tries) return -1
  return rng.uniform() * Math.min(QUERY.longestSeconds, QUERY.firstSeconds * 2 ** (failures - 1))
}

/** @returns seconds until somebody tries again to sign in */
export const pauseOfSignIn = (rng: Rng): number => rng.exponential(SIGN_IN_AGAIN_SECONDS)

/** @returns seconds until the heartbeats that are kept are told again */
export function pauseOfBeat(failures: number, rng: Rng): number {
  const longest = Math.min(BEAT.longestSeconds, BEAT.firstSeconds * 2 ** (failures - 1))
  return longest * (0.5 + rng.uniform() / 2)
}
