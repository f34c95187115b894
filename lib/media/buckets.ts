import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { StageSettings } from '../settings/settings.ts'

/** Where uploads arrive and where published content lies; both private, encrypted and TLS only. */
export class MediaBuckets extends Construct {
  readonly ingest: Bucket
  readonly content: Bucket

  constructor(scope: Construct, id: string, props: { settings: StageSettings }) {
    super(scope, id)
    const removalPolicy = props.settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
    const logs = new Bucket(scope, 'AccessLogs', {
      ...closed,
      removalPolicy,
      lifecycleRules: [{ expiration: Duration.days(props.settings.logRetentionDays) }],
    })
    this.ingest = new Bucket(scope, 'IngestBucket', {
      ...closed,
      removalPolicy,
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
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        {
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(1) },
          ],
        },
      ],
    })
    tellEventBridge(this.ingest)
    this.content = new Bucket(scope, 'ContentBucket', {
      ...closed,
      removalPolicy,
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
        resources: [this.content.arnForObjects('content/*')],
        conditions: {
          ArnLike: {
            'AWS:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/*`,
          },
        },
      }),
    )
  }
}

/** By the bucket's own property: CDK's `eventBridgeEnabled` needs a function at each deployment. */
function tellEventBridge({ node }: Bucket): void {
  const bucket = node.defaultChild
  if (!(bucket instanceof CfnBucket)) throw new Error('A bucket is made of a CfnBucket.')
  bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
}

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
} satisfies BucketProps
