import { Duration } from 'aws-cdk-lib'
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { LecternTable } from '#lib/data/lectern-table'
import { tableSchema } from '#lib/data/table-schema'
import type { Valkey } from '#lib/data/valkey'
import { RunbookAlarm } from './runbook-alarm.ts'

const MINUTE = Duration.minutes(1)
const PERIOD = Duration.minutes(5)

export interface WatchedStores {
  readonly table: LecternTable
  readonly valkey: Valkey
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

/** The worst of Valkey's nodes: which of them is primary changes with a failover. */
export const worstNode = ({ nodeIds }: Valkey, metricName: string, label: string) =>
  overAll(
    'MAX',
    `node${metricName}`,
    nodeIds.map(
      (CacheClusterId) =>
        new Metric({
          namespace: 'AWS/ElastiCache',
          metricName,
          statistic: metricName === 'Evictions' ? 'Sum' : 'Maximum',
          period: PERIOD,
          dimensionsMap: { CacheClusterId },
        }),
    ),
    PERIOD,
    label,
  )

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
    new RunbookAlarm(this, 'ValkeyMemory', {
      topic,
      metric: worstNode(valkey, 'DatabaseMemoryUsagePercentage', 'Memory in use, in percent'),
      threshold: 80,
      periods: 3,
      runbook: 'valkey-memory',
      meaning: 'Valkey has used over 80 % of its memory for a quarter of an hour',
    })
    new RunbookAlarm(this, 'ValkeyEvictions', {
      topic,
      metric: worstNode(valkey, 'Evictions', 'Answers dropped for want of memory'),
      threshold: 100,
      periods: 3,
      runbook: 'valkey-memory',
      meaning: 'Valkey drops answers before their time for want of memory',
    })
  }
}

function overAll(
  by: '+' | 'MAX',
  as: string,
  metrics: readonly IMetric[],
  period: Duration,
  label: string,
): MathExpression {
  // Two expressions in one graph may not share a name.
  const named = metrics.map((metric, at): [string, IMetric] => [`${as}${at}`, metric])
  const names = named.map(([name]) => name)
  return new MathExpression({
    expression:
      by === '+'
        ? names.map((name) => `FILL(${name}, 0)`).join(' + ')
        : `MAX([${names.join(', ')}])`,
    usingMetrics: Object.fromEntries(named),
    period,
    label,
  })
}
