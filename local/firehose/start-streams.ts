import type { S3Client } from '@aws-sdk/client-s3'
import type { Cloud } from '#local/assembly/cloud'
import { textAt } from '#local/assembly/json'
import { type AnswerOperation, AwsError } from '#local/aws-api/server'
import { findTable } from '#local/glue/glue-table'
import { startDelivery } from './delivery.ts'
import { readDestination } from './destination.ts'
import { readRecords } from './put-record-batch.ts'

export interface Streams {
  readonly call: AnswerOperation
  close(): Promise<void>
}

/** The templates' streams, and the API by which they are fed. */
export function startStreams(
  cloud: Cloud,
  options: {
    readonly directory: string
    readonly s3: S3Client
    readonly log: (line: string) => void
  },
): Streams {
  const tableOf = (database: string, name: string) => findTable(cloud, database, name)
  const streams = new Map(
    cloud
      .ofType('AWS::KinesisFirehose::DeliveryStream')
      .map((stream) => [
        stream.ref,
        startDelivery(stream.ref, readDestination(stream, tableOf), options),
      ]),
  )
  return {
    call(operation, input) {
      if (operation !== 'PutRecordBatch')
        throw new AwsError('UnknownOperationException', `The local Firehose has no ${operation}.`)
      const name = textAt(input, 'DeliveryStreamName')
      const stream = streams.get(name)
      if (!stream) throw new AwsError('ResourceNotFoundException', `There is no stream ${name}.`)
      const records = readRecords(input)
      stream.take(records)
      return {
        FailedPutCount: 0,
        Encrypted: true,
        RequestResponses: records.map((_, at) => ({ RecordId: `${Date.now()}-${at}` })),
      }
    },
    async close() {
      await Promise.all([...streams.values()].map((stream) => stream.close()))
    },
  }
}
