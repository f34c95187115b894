import type { RestApi } from '#lib/api/rest-api'
import { targets } from '#lib/settings/targets'
import type { Promised } from './promise-alarm.ts'
import { ENOUGH_REQUESTS, shareOf, slowerThan } from './share.ts'

/** Of the API's requests. */
export const failedOnOurSide = (api: RestApi) =>
  shareOf(
    api.metricServerError({ statistic: 'Sum' }),
    api.metricCount({ statistic: 'Sum' }),
    'Requests that failed on our side, in percent',
  )

export const apiErrors = (api: RestApi): Promised => ({
  share: failedOnOurSide(api),
  budgetPercent: 100 - targets.availability.promisePercent,
  runbook: 'api-errors',
  meaning: 'More requests to the API fail than the promise of availability allows',
})

export const apiLatency = (api: RestApi): Promised => {
  const { percentile, promiseMs } = targets.apiResponse
  return {
    share: slowerThan(
      promiseMs,
      api.responseTime,
      ENOUGH_REQUESTS,
      `Requests over ${promiseMs} ms, in percent`,
    ),
    budgetPercent: 100 - percentile,
    runbook: 'api-latency',
    meaning: `More than ${100 - percentile} % of the requests to the API take over ${promiseMs} ms`,
  }
}
