import { Aws, CfnCondition, CfnResource, Duration, Fn } from 'aws-cdk-lib'
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { targets } from '#lib/settings/targets'
import { ENOUGH_REQUESTS } from './api-alarms.ts'
import { RunbookAlarm } from './runbook-alarm.ts'

/**
 * CloudFront's metrics are in us-east-1 alone, wherever the stacks are.
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

/** Rings when the edge answers with failures: the origins', or its own. An alarm is where its metric is. */
export class EdgeAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { topic: ITopic; distribution: IDistribution }) {
    super(scope, id)
    const { topic, distribution } = props
    const requests = edgeMetric(distribution, 'Requests', 'Sum')
    const alarm = new RunbookAlarm(this, 'Errors', {
      topic,
      metric: new MathExpression({
        expression: `IF(requests >= ${ENOUGH_REQUESTS}, failed, 0)`,
        usingMetrics: { requests, failed: edgeMetric(distribution, '5xxErrorRate', 'Average') },
        period: Duration.minutes(5),
        label: 'Answers of the edge that are failures, in percent',
      }),
      threshold: 100 - targets.availability.promisePercent,
      periods: 3,
      runbook: 'edge-errors',
      meaning: 'The edge answers with more failures than the promise of availability allows',
    })
    const here = new CfnCondition(this, 'Here', {
      expression: Fn.conditionEquals(Aws.REGION, EDGE_METRICS_REGION),
    })
    const resource = alarm.node.defaultChild
    if (resource instanceof CfnResource) resource.cfnOptions.condition = here
  }
}
