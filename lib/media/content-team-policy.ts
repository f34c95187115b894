import { Validations } from 'aws-cdk-lib'
import { ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/** What whoever puts lectures into the ingest bucket needs, by the AWS CLI, the console or a machine. */
export class ContentTeamPolicy extends ManagedPolicy {
  constructor(scope: Construct, id: string, props: { ingest: IBucket }) {
    const { ingest } = props
    super(scope, id, {
      description: 'Lectern: put lectures and their companions into the ingest bucket',
      statements: [
        new PolicyStatement({
          actions: ['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:GetBucketLocation'],
          resources: [ingest.bucketArn],
        }),
        new PolicyStatement({
          actions: [
            's3:PutObject',
            's3:GetObject',
            's3:DeleteObject',
            // Why an upload was rejected stands in the object's tags.
            's3:GetObjectTagging',
            's3:AbortMultipartUpload',
            's3:ListMultipartUploadParts',
          ],
          resources: [ingest.arnForObjects('*')],
        }),
      ],
    })
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason: 'Files’ names are not known before; the bucket is fixed.',
    })
  }
}
