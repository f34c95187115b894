import { Aws } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'

const converter = `arn:${Aws.PARTITION}:mediaconvert:${Aws.REGION}:${Aws.ACCOUNT_ID}`
const defaultBus = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`

export function allow(
  grantee: IGrantable,
  actions: string[],
  resource: string,
  conditions?: Record<string, unknown>,
): void {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions, resources: [resource], ...(conditions && { conditions }) }),
  )
}

/** What is stored of files besides videos, in the content bucket. */
export const FILES_STORED = 'content/*/media/fil_*'

/** To ask the media workers for something and to tell of ends; as Lectern, and as nothing else. */
export const grantMediaEvents = (grantee: IGrantable): void =>
  allow(grantee, ['events:PutEvents'], defaultBus, {
    StringEquals: { 'events:source': 'lectern.media' },
  })

/** To tell the edge of what was published. */
export const grantCourseEvents = (grantee: IGrantable): void =>
  allow(grantee, ['events:PutEvents'], defaultBus, {
    StringEquals: { 'events:source': 'lectern.courses' },
  })

/** To read, and to see that something is missing: without the list that is a 403. */
export function grantRead(grantee: IGrantable, bucket: IBucket, objects: string): void {
  allow(grantee, ['s3:GetObject'], bucket.arnForObjects(objects))
  allow(grantee, ['s3:ListBucket'], bucket.bucketArn)
}

/** To write versions of courses, and to read what was published of them. */
export function grantPublishing(grantee: IGrantable, content: IBucket): void {
  grantRead(grantee, content, 'content/*')
  for (const keys of ['content/*', 'previews/*'])
    allow(grantee, ['s3:PutObject'], content.arnForObjects(keys))
  allow(grantee, ['s3:GetObject', 's3:PutObject'], content.arnForObjects('pages/*'))
}

export const grantTags = (grantee: IGrantable, bucket: IBucket): void =>
  allow(grantee, ['s3:GetObjectTagging', 's3:PutObjectTagging'], bucket.arnForObjects('*'))

/** To start jobs that run as `roleArn`, in the default queue, and to stop them. */
export function grantTranscoding(grantee: IGrantable, roleArn: string): void {
  allow(grantee, ['mediaconvert:CreateJob'], `${converter}:queues/Default`)
  grantCancelJobs(grantee)
  // Probe takes no resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html
  allow(grantee, ['mediaconvert:Probe'], '*')
  allow(grantee, ['iam:PassRole'], roleArn, {
    StringEquals: { 'iam:PassedToService': 'mediaconvert.amazonaws.com' },
  })
}

export const grantCancelJobs = (grantee: IGrantable): void =>
  allow(grantee, ['mediaconvert:CancelJob'], `${converter}:jobs/*`)

export const grantFindJobs = (grantee: IGrantable): void =>
  allow(grantee, ['mediaconvert:GetJob'], `${converter}:jobs/*`)
