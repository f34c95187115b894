import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

export interface RunbookAlarmProps {
  readonly topic: ITopic
  readonly metric: IMetric
  /** In alarm above it. */
  readonly threshold: number
  readonly periods: number
  /** The section of docs/runbook.md. */
  readonly runbook: string
  /** What is wrong when it rings, as a sentence without its stop. */
  readonly meaning: string
}

/** An alarm that reaches somebody and says what to do. No data is no trouble. */
export class RunbookAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.meaning}. What to do: docs/runbook.md#${props.runbook}`,
    })
    this.addAlarmAction(new SnsAction(props.topic))
  }
}
