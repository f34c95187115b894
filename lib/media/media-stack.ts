import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import type { Construct } from 'constructs'
import { MediaBuckets } from './buckets.ts'
import { ContentTeamPolicy } from './content-team-policy.ts'
import { CourseCopying } from './copying/course-copying.ts'
import { EndedNotices } from './ended-notices.ts'
import { FileIntake } from './file-intake.ts'
import { Ingest } from './ingest.ts'
import { SealSecret } from './seal-secret.ts'
import { SigningKey } from './signing-key.ts'

export interface MediaStackProps extends StackProps {
  readonly table: ITable
}

/** Uploads, what becomes of them, and the key that opens a course's content to its learners. */
export class MediaStack extends Stack {
  readonly buckets: MediaBuckets
  readonly signingKey: SigningKey
  /** Seals the addresses of videos: a reference that CloudFormation resolves. */
  readonly sealSecret: string
  readonly ingest: Ingest
  readonly fileIntake: FileIntake
  readonly copying: CourseCopying
  readonly notices: EndedNotices

  constructor(scope: Construct, id: string, props: MediaStackProps) {
    super(scope, id, props)
    this.buckets = new MediaBuckets(this, 'Buckets')
    this.signingKey = new SigningKey(this, 'SigningKey')
    this.sealSecret = new SealSecret(this, 'SealSecret').secretValue.unsafeUnwrap()
    this.ingest = new Ingest(this, 'Ingest', {
      table: props.table,
      buckets: this.buckets,
    })
    this.fileIntake = new FileIntake(this, 'FileIntake', {
      table: props.table,
      buckets: this.buckets,
    })
    this.copying = new CourseCopying(this, 'CourseCopying', {
      table: props.table,
      content: this.buckets.content,
    })
    this.notices = new EndedNotices(this, 'EndedNotices')
    new CfnOutput(this, 'ContentTeamPolicyArn', {
      value: new ContentTeamPolicy(this, 'ContentTeam', { ingest: this.buckets.ingest })
        .managedPolicyArn,
    })
    new CfnOutput(this, 'IngestBucketName', {
      value: this.buckets.ingest.bucketName,
    }).overrideLogicalId('IngestBucket')
    new CfnOutput(this, 'ContentBucketName', {
      value: this.buckets.content.bucketName,
    }).overrideLogicalId('ContentBucket')
  }
}
