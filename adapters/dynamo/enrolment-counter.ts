import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { EnrolmentCounter } from '#core/ports/projection'
import { courseEntity } from './entities/course.ts'
import type { Table } from './table.ts'

/** Streams deliver a record again for at most a day. */
const REMEMBER_SECONDS = 2 * 86_400

export const createEnrolmentCounter = (table: Table): EnrolmentCounter => {
  const courses = courseEntity(table)
  return {
    add: async (courseId, by, changeId) => {
      const { Key } = courses.get({ id: courseId }).params<{ Key: { pk: string; sk: string } }>()
      try {
        await table.client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName: table.name,
                  Item: {
                    pk: `$lectern#projected#${changeId}`,
                    sk: '$projected',
                    expiresAt: Math.floor(Date.now() / 1000) + REMEMBER_SECONDS,
                  },
                  ConditionExpression: 'attribute_not_exists(pk)',
                },
              },
              {
                Update: {
                  TableName: table.name,
                  Key,
                  UpdateExpression: 'ADD enrolmentCount :by',
                  ConditionExpression: 'attribute_exists(pk)',
                  ExpressionAttributeValues: { ':by': by },
                },
              },
            ],
          }),
        )
      } catch (error) {
        // Counted before, or the course is gone: either way there is nothing to count.
        const reasons =
          error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
        if (!reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw error
      }
    },
  }
}
