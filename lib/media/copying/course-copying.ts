import { Duration } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Rule } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import { QueuedWorker } from '#lib/constructs/queued-worker'
import { grantTable } from '#lib/data/grant-table'
import type { MediaBuckets } from '#lib/media/buckets'
import { allow, grantCourseEvents, grantMediaEvents, grantRead } from '#lib/media/media-rights'
import { Deployment } from '#lib/settings/deployment'

export interface CourseCopyingProps {
  readonly table: ITable
  readonly content: MediaBuckets['content']
}

/** Copies lessons, videos and files of courses to their copies. */
export class CourseCopying extends Construct {
  readonly worker: QueuedWorker<'course-copy'>

  constructor(scope: Construct, id: string, { table, content }: CourseCopyingProps) {
    super(scope, id)
    const { id: deploymentId } = Deployment.of(this)
    this.worker = new QueuedWorker(this, 'Worker', {
      name: 'course-copy',
      environment: {
        TABLE_NAME: table.tableName,
        CONTENT_BUCKET: content.bucketName,
        DEPLOYMENT_ID: deploymentId,
      },
      // It copies thousands of segments, as many at once as the CPU of 1,769 MB keeps going; a course that takes
      // longer is gone on with in another call.
      timeout: Duration.minutes(15),
      memorySize: 1769,
      concurrency: 2,
      // Somebody waits for it, though not at the page.
      patience: Duration.minutes(30),
    })
    new Rule(this, 'Asked', {
      description: 'Copies of courses that lack something as yet',
      eventPattern: {
        source: ['lectern.courses'],
        detailType: ['Course Copying Asked'],
        detail: { deploymentId: [deploymentId] },
      },
      targets: [this.worker.target],
    })
    const { lambda } = this.worker
    grantTable(table, lambda, 'readWrite')
    grantMediaEvents(lambda)
    grantCourseEvents(lambda)
    grantRead(lambda, content, 'content/*/media/*')
    allow(lambda, ['s3:GetObject'], content.arnForObjects('pages/*'))
    allow(lambda, ['s3:PutObject', 's3:DeleteObject'], content.arnForObjects('content/*/media/*'))
  }
}
