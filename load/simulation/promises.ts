import { targets } from '#lib/settings/targets'
import type { Run } from './run.ts'

export interface Verdict {
  readonly seen: string
  readonly isKept: boolean
}

const { apiResponse, availability } = targets

/** What of our promises the API decides, and whether a run kept it. */
export const promises = {
  response: (run: Run) => responseBelow(run, apiResponse.promiseMs),
  goal: (run: Run) => responseBelow(run, apiResponse.goalMs),
  availability: ({ recorder: { total } }: Run): Verdict => {
    const seen = 100 * (1 - total.errors / Math.max(1, total.asked))
    return { seen: `${seen.toFixed(3)} %`, isKept: seen >= availability.promisePercent }
  },
} as const

export type PromiseName = keyof typeof promises

export const promised: Readonly<Record<PromiseName, string>> = {
  response: `API response, P${apiResponse.percentile} below ${apiResponse.promiseMs} ms`,
  goal: `its goal, P${apiResponse.percentile} below ${apiResponse.goalMs} ms`,
  availability: `availability of ${availability.promisePercent} %`,
}

function responseBelow({ recorder: { total } }: Run, milliseconds: number): Verdict {
  const seen = total.latency.percentile(apiResponse.percentile)
  return { seen: `${Math.round(seen)} ms`, isKept: total.latency.count > 0 && seen < milliseconds }
}
