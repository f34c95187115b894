import { RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

export interface PrivateBucketProps extends BucketProps {
  /** Whether it outlives its stack. What does not is emptied first, or it could not be deleted. */
  readonly kept: boolean
}

/** Closed to the public, encrypted, TLS only; ours alone, without ACLs. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, { kept, ...props }: PrivateBucketProps) {
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !kept,
      ...props,
    })
  }
}
