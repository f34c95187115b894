import { Aws, Validations } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { MediaBuckets } from './buckets.ts'

/** What MediaConvert becomes for our jobs: it reads uploads and writes courses' media, no more. */
export class TranscodingRole extends Role {
  constructor(scope: Construct, id: string, props: { buckets: MediaBuckets }) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('mediaconvert.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    })
    this.addToPolicy(
      new PolicyStatement({
        actions: ['s3:GetObject'],
        resources: [props.buckets.ingest.arnForObjects('*')],
      }),
    )
    this.addToPolicy(
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [props.buckets.content.arnForObjects('content/*')],
      }),
    )
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason: 'Objects’ names are not known before; the buckets are fixed.',
    })
  }
}
