import { targets } from '#lib/settings/targets'

/** Some seconds of a load that grows, measured or simulated. */
export interface Seen {
  /** Who were there in its middle. */
  readonly users: number
  readonly requestsPerSecond: number
  /** Of the API, in ms; undefined where nobody called it. */
  readonly p95: number | undefined
  /** Of all requests, from 0 to 1. */
  readonly failedShare: number
}

export interface Limit {
  readonly users: number
  readonly requestsPerSecond: number
}

const { promiseMs } = targets.apiResponse
const FAILED = 1 - targets.availability.promisePercent / 100

const isKept = ({ p95 = 0, failedShare }: Seen) => p95 <= promiseMs && failedShare <= FAILED

/**
 * How many are there when the API's promise is broken for good: twice on end, or at the end. Between the stretch before
 * and the one in which it breaks, by the logarithm of the times, since they grow by factors there.
 * @returns undefined where it is kept all along
 */
export function limitOf(seen: readonly Seen[]): Limit | undefined {
  const at = seen.findIndex((one, i) => !isKept(one) && !isKept(seen[i + 1] ?? one))
  const broken = seen[at]
  if (!broken) return undefined
  const before = seen[at - 1] ?? broken
  const share = shareOf(before.p95 ?? 0, broken.p95 ?? 0)
  const between = (from: number, to: number) => from + share * (to - from)
  return {
    users: between(before.users, broken.users),
    requestsPerSecond: between(before.requestsPerSecond, broken.requestsPerSecond),
  }
}

/** How much of the way from one time to the other the promise is; all of it where it is not between them. */
function shareOf(from: number, to: number): number {
  if (from <= 0 || from >= promiseMs || to <= promiseMs) return 1
  return Math.log(promiseMs / from) / Math.log(to / from)
}
