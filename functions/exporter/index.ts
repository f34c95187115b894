import { Logger } from '@aws-lambda-powertools/logger'
import { FirehoseClient } from '@aws-sdk/client-firehose'
import { S3Client } from '@aws-sdk/client-s3'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { readChange } from '#adapters/dynamo/stream'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { createFirehoseRecorder } from '#adapters/warehouse/firehose-recorder'
import { createPeopleRegister } from '#adapters/warehouse/people-register'
import { environments } from '#contract/platform/environment'
import { recordChanges } from '#core/reports/record-changes'

const environment = environments.exporter().parse(process.env)
const logger = new Logger({ serviceName: 'exporter' })
const deps = {
  register: createPeopleRegister(new S3Client(FOR_WORK), environment.LAKE_BUCKET),
  recorder: createFirehoseRecorder(new FirehoseClient(FOR_WORK), environment.EVENTS_STREAM),
}

/** Records what the table's stream tells. Where an item cannot be read, it goes on from the first such record. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const changes = event.Records.flatMap((record) => readChange(record) ?? [])
  const { events, unread } = await recordChanges(deps, changes)
  for (const { change, error } of unread) {
    const what = { entity: change.entity, sequenceNumber: change.sequenceNumber }
    logger.error('exporter.unread', { ...what, error: error as Error })
  }
  logger.debug('exporter.recorded', { changes: changes.length, events })
  const failed = new Set(unread.map(({ change }) => change))
  const first = changes.find((change) => failed.has(change))
  return { batchItemFailures: first ? [{ itemIdentifier: first.sequenceNumber }] : [] }
}
