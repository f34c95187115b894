import { RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'

/** Closed to the public, encrypted, TLS only; ours alone, without ACLs. Kept as people's data is. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: BucketProps) {
    const removalPolicy = props.removalPolicy ?? Deployment.of(scope).dataRemoval
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy,
      // With something in it, it could not be deleted.
      autoDeleteObjects: removalPolicy === RemovalPolicy.DESTROY,
      ...props,
    })
  }
}

/** Has it tell of every new object. By the bucket's own property: CDK's `eventBridgeEnabled` needs a function at each deployment. */
export function tellEventBridge({ node }: Bucket): void {
  const bucket = node.defaultChild
  if (!(bucket instanceof CfnBucket)) throw new Error('A bucket is made of a CfnBucket.')
  bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
}
