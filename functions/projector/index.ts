import { Logger } from '@aws-lambda-powertools/logger'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolment-counter'
import { openTable } from '#adapters/dynamo/table'
import { environments } from '#contract/environment'

const environment = environments.projector.parse(process.env)
const logger = new Logger({ serviceName: 'projector' })
const counter = createEnrolmentCounter(openTable(environment.TABLE_NAME))

/** Keeps counts current from the table's stream; the first record that fails is where it goes on. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const record of event.Records) {
    const itemIdentifier = record.dynamodb?.SequenceNumber ?? ''
    try {
      await project(record)
    } catch (error) {
      logger.error('projector.record_failed', { itemIdentifier, error: error as Error })
      return { batchItemFailures: [{ itemIdentifier }] }
    }
  }
  return { batchItemFailures: [] }
}

const project = async ({ eventName, dynamodb }: DynamoDBRecord): Promise<void> => {
  const by = eventName === 'INSERT' ? 1 : eventName === 'REMOVE' ? -1 : null
  const image = dynamodb?.NewImage ?? dynamodb?.OldImage
  if (by === null || image?.__edb_e__?.S !== 'enrolment' || !image.courseId?.S) return
  await counter.add(image.courseId.S, by, dynamodb?.SequenceNumber ?? '')
}
