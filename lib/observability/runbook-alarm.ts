import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export interface RunbookAlarmProps {
  readonly topic: ITopic
  readonly metric: IMetric
  /** In alarm above it; with `silenceRings`, below it. */
  readonly threshold: number
  readonly periods: number
  /** The section of docs/runbook.md. */
  readonly runbook: string
  /** What is wrong when it rings, as a sentence without its stop. */
  readonly meaning: string
  /** Watches for what should happen and does not: no data is trouble. @default no data is no trouble */
  readonly silenceRings?: boolean
}

/** An alarm that reaches somebody and says what to do. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods,
      comparisonOperator: props.silenceRings
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: props.silenceRings
        ? TreatMissingData.BREACHING
        : TreatMissingData.NOT_BREACHING,
      // Of a few requests at night the slowest is the percentile.
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
      ...(isPercentile(props.metric) && { evaluateLowSampleCountPercentile: 'ignore' }),
      alarmDescription: `${props.meaning}. What to do: docs/runbook.md#${props.runbook}`,
    })
    this.addAlarmAction(new SnsAction(props.topic))
  }
}

const isPercentile = (metric: IMetric) => metric instanceof Metric && /^p\d/.test(metric.statistic)
