import type { Metrics } from '@aws-lambda-powertools/metrics'
import type { MiddlewareObj } from '@middy/core'

/** Publishes what was counted of a call that failed. Powertools' own warns of each call that counts nothing. */
export const counted = (metrics: Metrics): MiddlewareObj => ({
  onError: () => {
    metrics.publishStoredMetrics()
  },
})
