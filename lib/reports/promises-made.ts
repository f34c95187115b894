import type { PromisesMade } from '#contract/platform/promised'
import { targets } from '#lib/settings/targets'

const { apiResponse, pageLoad, videoStart, availability } = targets

/** Percent that may fail, without what halves cannot hold of a tenth. */
const failing = (availablePercent: number) => Math.round((100 - availablePercent) * 1e6) / 1e6

/** The promises whose days reports show. */
export const promisesMade: PromisesMade = {
  apiResponse: {
    percentile: apiResponse.percentile,
    limit: apiResponse.promiseMs,
    goal: apiResponse.goalMs,
  },
  pageLoad: {
    percentile: pageLoad.percentile,
    limit: pageLoad.promiseMs,
    goal: pageLoad.readersMs,
  },
  videoStart: {
    percentile: videoStart.percentile,
    limit: videoStart.promiseMs,
    goal: videoStart.goalMs,
  },
  failures: {
    percentile: null,
    limit: failing(availability.promisePercent),
    goal: failing(availability.goalPercent),
  },
}
