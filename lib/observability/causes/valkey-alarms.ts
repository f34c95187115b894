import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Valkey } from '#lib/api/valkey/valkey'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { watchesOf } from './valkey-metrics.ts'

export interface ValkeyAlarmsProps {
  readonly valkey: Valkey
  readonly topic: ITopic
  readonly unless: IAlarm
}

/** Ring when Valkey cannot hold or do what is asked of it. */
export class ValkeyAlarms extends Construct {
  constructor(scope: Construct, id: string, { valkey, topic, unless }: ValkeyAlarmsProps) {
    super(scope, id)
    const alarms = Object.entries(watchesOf(valkey)).map(
      ([name, watch]) => new RunbookAlarm(this, name, { periods: 3, ...watch }),
    )
    new Page(this, 'Page', {
      topic,
      unless,
      when: anyOf(...alarms),
      runbook: 'valkey',
      meaning: 'Valkey has more to hold or to do than it can',
    })
  }
}
