import { REGION } from '#local/assembly/identifiers'
import { events } from '#local/events/index'
import { defineService } from '#local/service/service'
import { startBuckets } from './start-buckets.ts'

/** S3, by paths and with signatures, and the buckets as the edge reads them. */
export const s3 = defineService({
  name: 's3',
  types: {
    'AWS::S3::Bucket': ({ name, property }) => {
      const bucket = property('BucketName') || name
      return {
        ref: bucket,
        attributes: {
          Arn: `arn:aws:s3:::${bucket}`,
          DomainName: `${bucket}.s3.amazonaws.com`,
          RegionalDomainName: `${bucket}.s3.${REGION}.amazonaws.com`,
          DualStackDomainName: `${bucket}.s3.dualstack.${REGION}.amazonaws.com`,
        },
      }
    },
  },
  start: (context) =>
    startBuckets({
      cloud: context.cloud,
      port: context.ports.s3,
      dataDir: context.dataDir,
      publish: events.in(context).publish,
    }),
})
