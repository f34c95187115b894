import { targets } from '#lib/settings/targets'
import { measured } from '#load/scenarios/user/measured'
import { failuresOf, type Report, type Summary } from './report.ts'

export interface KeptPromise {
  readonly name: string
  readonly said: string
  /** Null: nothing of it was measured. */
  readonly isKept: boolean | null
}

/** As a terminal says it. */
export const verdictOf = (isKept: boolean | null): string =>
  isKept === null ? 'not measured' : isKept ? 'kept' : 'NOT KEPT'

/** Whether a load has failed: what nobody did in it, as in a load of readers no video is played, breaks no promise. */
export const isBroken = (promises: readonly KeptPromise[]): boolean =>
  promises.some(({ isKept }) => isKept === false) || promises.every(({ isKept }) => isKept === null)

/** The promises of `targets.ts`, as far as a load can see them. */
export function promisesOf({ aggregate }: Report): KeptPromise[] {
  const requests = aggregate.counters['http.requests'] ?? 0
  const failedPercent = requests > 0 ? (100 * failuresOf(aggregate)) / requests : null
  const { apiResponse, pageLoad, videoStart, availability } = targets
  return [
    timely('API', measured.api, apiResponse, aggregate.summaries),
    timely('page, the HTML alone', measured.page, pageLoad, aggregate.summaries),
    timely('video, to the first segments', measured.videoStart, videoStart, aggregate.summaries),
    {
      name: 'what does not fail',
      said: `${failedPercent === null ? 'nothing was asked' : `${(100 - failedPercent).toFixed(3)} %`}, promised ${availability.promisePercent} %`,
      isKept: failedPercent === null ? null : 100 - failedPercent >= availability.promisePercent,
    },
  ]
}

function timely(
  name: string,
  key: string,
  { percentile, promiseMs }: { percentile: number; promiseMs: number },
  summaries: Report['aggregate']['summaries'],
): KeptPromise {
  const value = summaries[key]?.[`p${percentile}` as keyof Summary]
  return {
    name,
    said: `P${percentile} ${value === undefined ? 'was not measured' : `${Math.round(value)} ms`}, promised ${promiseMs} ms`,
    isKept: value === undefined ? null : value <= promiseMs,
  }
}
