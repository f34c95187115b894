import { Aws, Duration } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { type Bucket, HttpMethods, StorageClass } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { ARRIVALS } from '#contract/files/places'
import { PrivateBucket, tellEventBridge } from '#lib/constructs/private-bucket'
import { Deployment } from '#lib/settings/deployment'

/** What was deleted or replaced by mistake can be brought back for so long, and is paid for. */
const UNDO = Duration.days(30)

/** What nobody sees any more and is paid for all the same: earlier versions, marks of deletion, lone parts. */
const UNDOABLE = [
  { noncurrentVersionExpiration: UNDO },
  { expiredObjectDeleteMarker: true },
  { abortIncompleteMultipartUploadAfter: Duration.days(7) },
]

/** Where uploads arrive and where published content lies; both private, encrypted, TLS only, versioned. */
export class MediaBuckets extends Construct {
  readonly ingest: Bucket
  readonly content: Bucket

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { logRetentionDays } = Deployment.of(this).settings
    const logs = new PrivateBucket(scope, 'AccessLogs', {
      lifecycleRules: [{ expiration: Duration.days(logRetentionDays) }],
    })
    this.ingest = new PrivateBucket(scope, 'IngestBucket', {
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'ingest/',
      // Parts are PUT by presigned addresses, so the address is the right; ETag is read to join them.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: ['*'],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag'],
          maxAge: 3_600,
        },
      ],
      lifecycleRules: [
        ...UNDOABLE,
        // Looked at, they lie in the other bucket; what was never finished, or nobody came to, goes.
        {
          prefix: ARRIVALS,
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        {
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(1) },
          ],
        },
      ],
    })
    tellEventBridge(this.ingest)
    this.content = new PrivateBucket(scope, 'ContentBucket', {
      versioned: true,
      lifecycleRules: UNDOABLE,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'content/',
      cors: [
        {
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
          allowedOrigins: ['*'],
          allowedHeaders: ['*'],
          exposedHeaders: ['ETag', 'Content-Length', 'Content-Range'],
        },
      ],
    })
    // The distribution is in the edge stack, which needs this bucket: naming it here is a cycle.
    this.content.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: ['content/*', 'previews/*'].map((keys) => this.content.arnForObjects(keys)),
        conditions: {
          ArnLike: {
            'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*`,
          },
        },
      }),
    )
  }
}
