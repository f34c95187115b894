import { targets } from '#lib/settings/targets'
import type { Run } from '#load/simulation/run'

export interface Verdict {
  readonly promise: string
  readonly seen: string
  readonly isKept: boolean
}

/** What of our promises the API decides, and whether a run kept it. */
export const promises = {
  response: ({ recorder: { total } }: Run): Verdict => {
    const { percentile, promiseMs } = targets.apiResponse
    const seen = total.latency.percentile(percentile)
    return {
      promise: `API response, P${percentile} below ${promiseMs} ms`,
      seen: `${Math.round(seen)} ms`,
      isKept: seen < promiseMs,
    }
  },
  goal: ({ recorder: { total } }: Run): Verdict => {
    const { percentile, goalMs } = targets.apiResponse
    const seen = total.latency.percentile(percentile)
    return {
      promise: `its goal, P${percentile} below ${goalMs} ms`,
      seen: `${Math.round(seen)} ms`,
      isKept: seen < goalMs,
    }
  },
  availability: ({ recorder: { total } }: Run): Verdict => {
    const { promisePercent } = targets.availability
    const seen = 100 * (1 - total.errors / Math.max(1, total.asked))
    return {
      promise: `availability of ${promisePercent} %`,
      seen: `${seen.toFixed(3)} %`,
      isKept: seen >= promisePercent,
    }
  },
} as const
