import { join } from 'node:path'
import { arn } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { s3 } from '#local/s3/index'
import { defineService } from '#local/service/service'
import { startStreams } from './start-streams.ts'

/** Firehose: streams that write what is put into them as Parquet, by a table's columns. */
export const firehose = defineService({
  name: 'firehose',
  types: {
    'AWS::KinesisFirehose::DeliveryStream': ({ name, property }) => {
      const stream = property('DeliveryStreamName') || name
      return { ref: stream, attributes: { Arn: arn('firehose', `deliverystream/${stream}`) } }
    },
  },
  start(context) {
    const { cloud, dataDir, note } = context
    const streams = startStreams(cloud, {
      directory: join(dataDir, 'firehose'),
      s3: s3.in(context).client,
      log: note,
    })
    awsApi.in(context).onTarget('Firehose_20150804.', streams.call)
    return streams
  },
})
