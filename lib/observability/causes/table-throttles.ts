import { Duration } from 'aws-cdk-lib'
import { type MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { LecternTable } from '#lib/data/lectern-table'
import { tableSchema } from '#lib/data/table-schema'
import { overAll } from './over-all.ts'

const MINUTE = Duration.minutes(1)

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
