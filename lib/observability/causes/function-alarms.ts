import { Duration } from 'aws-cdk-lib'
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { pascal, type WatchedFunctions } from './watched-functions.ts'

const PERIOD = Duration.minutes(5)

export interface FunctionAlarmsProps extends WatchedFunctions {
  readonly topic: ITopic
  readonly unless: IAlarm
}

/** Ring when functions fail: once, however many of them a fault makes fail. */
export class FunctionAlarms extends Construct {
  readonly page: Page

  constructor(scope: Construct, id: string, props: FunctionAlarmsProps) {
    super(scope, id)
    const alarms = [...props.services, ...props.workers].map(
      ({ lambda, functionName }) =>
        new RunbookAlarm(this, pascal(functionName), {
          metric: lambda.metricErrors({ period: PERIOD }),
          threshold: 5,
          periods: 1,
          runbook: 'function-errors',
          meaning: `The function ${functionName} failed more than five times in five minutes`,
        }),
    )
    this.page = new Page(this, 'Page', {
      topic: props.topic,
      unless: props.unless,
      when: anyOf(...alarms),
      runbook: 'function-errors',
      meaning: 'Functions fail',
    })
  }
}
