import { Duration } from 'aws-cdk-lib'
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { targets } from '#lib/settings/targets'
import type { Promised } from './promise-alarm.ts'
import { ENOUGH_REQUESTS } from './share.ts'

/**
 * CloudFront's metrics are in us-east-1 alone, wherever the stacks are, and an alarm is where its metric is.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
 */
export const EDGE_METRICS_REGION = 'us-east-1'

export const edgeMetric = (
  { distributionId }: IDistribution,
  metricName: string,
  statistic: string,
) =>
  new Metric({
    namespace: 'AWS/CloudFront',
    metricName,
    statistic,
    period: Duration.minutes(5),
    dimensionsMap: { DistributionId: distributionId, Region: 'Global' },
  })

/** What the edge answers with failures: the origins', or its own. CloudFront tells a rate, each minute's as good as another's. */
export const edgeErrors = (distribution: IDistribution): Promised => ({
  share: (period) =>
    new MathExpression({
      expression: `IF(requests >= ${ENOUGH_REQUESTS}, failed, 0)`,
      usingMetrics: {
        requests: edgeMetric(distribution, 'Requests', 'Sum'),
        failed: edgeMetric(distribution, '5xxErrorRate', 'Average'),
      },
      period,
      label: 'Answers of the edge that are failures, in percent',
    }),
  budgetPercent: 100 - targets.availability.promisePercent,
  runbook: 'edge-errors',
  meaning: 'The edge answers with more failures than the promise of availability allows',
})
