import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** What an alarm says of itself. */
export interface Told {
  /** The section of docs/runbook.md. */
  readonly runbook: string
  /** What is wrong when it rings, as a sentence without its stop. */
  readonly meaning: string
}

export interface RunbookAlarmProps extends Told {
  /** Told by this alarm itself. @default a page has it, and tells of it */
  readonly topic?: ITopic
  readonly metric: IMetric
  /** In alarm above it; with `silenceRings`, below it. */
  readonly threshold: number
  readonly periods: number
  /** Watches for what should happen and does not: no data is trouble. @default no data is no trouble */
  readonly silenceRings?: boolean
}

/** An alarm that says what to do. */
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
      alarmDescription: describe(props),
    })
    if (props.topic) this.addAlarmAction(new SnsAction(props.topic))
  }
}

export const describe = ({ meaning, runbook }: Told): string =>
  `${meaning}. What to do: docs/runbook.md#${runbook}`
