import { Duration } from 'aws-cdk-lib'
import { type MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { Valkey } from '#lib/api/valkey/valkey'
import type { LecternTable } from '#lib/data/lectern-table'
import { tableSchema } from '#lib/data/table-schema'
import { overAll } from './over-all.ts'
import { RunbookAlarm } from './runbook-alarm.ts'
import { watchesOf } from './valkey-metrics.ts'

const MINUTE = Duration.minutes(1)

export interface WatchedStores {
  readonly table: LecternTable
  readonly valkey: Valkey | null
}

/**
 * Refused reads and writes a minute. The table's own metrics leave its indexes out.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
 */
export const throttlesOf = ({ tableName }: LecternTable): MathExpression => {
  const metrics = [undefined, ...Object.keys(tableSchema.indexes)].flatMap((index) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          statistic: 'Sum',
          period: MINUTE,
          dimensionsMap: {
            TableName: tableName,
            ...(index && { GlobalSecondaryIndexName: index }),
          },
        }),
    ),
  )
  return overAll('+', 'refused', metrics, MINUTE, 'Refused by the table and its indexes')
}

/** Ring when table or cache cannot take what comes. */
export class StoreAlarms extends Construct {
  constructor(scope: Construct, id: string, props: WatchedStores & { topic: ITopic }) {
    super(scope, id)
    const { topic, table, valkey } = props
    new RunbookAlarm(this, 'TableThrottles', {
      topic,
      metric: throttlesOf(table),
      threshold: 0,
      periods: 3,
      runbook: 'table-throttles',
      meaning: 'The table refuses reads or writes, for three minutes on end',
    })
    for (const [id, watch] of Object.entries(valkey ? watchesOf(valkey) : {}))
      new RunbookAlarm(this, id, { topic, periods: 3, ...watch })
  }
}
