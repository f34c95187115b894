import { MetricUnit } from '@aws-lambda-powertools/metrics'
import { pageMetrics } from '#contract/platform/page-report'
import type { PageMetrics } from '#core/platform/page-metrics'
import { createMetricWriter, type OnLeftOut } from './metric-writer.ts'

/** Writes each load as it was measured: of a fair sample the percentiles are those of the whole. */
export const createPageMetrics = (namespace: string, onLeftOut: OnLeftOut): PageMetrics => {
  const write = createMetricWriter(namespace, onLeftOut)
  return {
    record: ({ pageLoadMilliseconds }) =>
      write(
        [
          {
            name: pageMetrics.pageLoad,
            unit: MetricUnit.Milliseconds,
            values: [pageLoadMilliseconds],
          },
        ],
        [{}],
      ),
  }
}
