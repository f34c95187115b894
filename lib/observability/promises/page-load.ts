import { GraphWidget, type IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { pageMetrics } from '#contract/platform/page-report'
import { targets } from '#lib/settings/targets'
import type { Promised } from './promise-alarm.ts'
import { slowerThan } from './share.ts'

/** Of fewer measured loads a P95 says as much about one person's network as about ours. */
const ENOUGH_LOADS = 50

const measured = (namespace: string) =>
  new Metric({ namespace, metricName: pageMetrics.pageLoad, statistic: 'Average' })

/** Of pages that browsers opened and measured. */
export const pageLoad = (namespace: string): Promised => {
  const { percentile, promiseMs } = targets.pageLoad
  return {
    share: slowerThan(
      promiseMs,
      measured(namespace),
      ENOUGH_LOADS,
      `Pages over ${promiseMs} ms, in percent`,
    ),
    budgetPercent: 100 - percentile,
    runbook: 'page-load',
    meaning: `More than ${100 - percentile} % of pages take over ${promiseMs} ms to show what they are for`,
  }
}

export const pageLoadWidget = (namespace: string): IWidget => {
  const { percentile, promiseMs } = targets.pageLoad
  return new GraphWidget({
    title: 'Page load, until the largest of a page is painted',
    left: [
      measured(namespace).with({ statistic: `p${percentile}`, label: `p${percentile}` }),
      measured(namespace).with({ statistic: 'p50', label: 'p50' }),
    ],
    leftAnnotations: [{ value: promiseMs, label: 'promise' }],
  })
}
