import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import type { Construct } from 'constructs'
import { ARRIVALS } from '#contract/files/places'
import { JobStatus } from '#contract/videos/events'
import { targetOf } from '#lib/constructs/event-target'
import { Deployment } from '#lib/settings/deployment'
import { MediaWorkers, type MediaWorkersProps } from './media-workers.ts'

/**
 * From an upload to a video: an object starts a job, the job's events move the asset on, commands act on
 * it, and a schedule finds what none of them moved.
 */
export class Ingest extends MediaWorkers {
  constructor(scope: Construct, id: string, props: MediaWorkersProps) {
    super(scope, id, props)
    const { buckets } = props
    const { id: deploymentId } = Deployment.of(this)
    new Rule(this, 'ObjectCreated', {
      description: 'Whatever way an upload was written',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [buckets.ingest.bucketName] },
          object: { key: [{ 'anything-but': { prefix: ARRIVALS } }] },
        },
      },
      targets: [this.start.target],
    })
    new Rule(this, 'JobStateChange', {
      description: 'State changes of this deployment’s jobs',
      eventPattern: {
        source: ['aws.mediaconvert'],
        detailType: ['MediaConvert Job State Change'],
        detail: { status: JobStatus.options, userMetadata: { deploymentId: [deploymentId] } },
      },
      targets: [this.status.target],
    })
    new Rule(this, 'MediaCommands', {
      description: 'What somebody asks for a video of this deployment',
      eventPattern: {
        source: ['lectern.media'],
        detailType: ['Media Command'],
        detail: { deploymentId: [deploymentId] },
      },
      targets: [this.command.target],
    })
    new Rule(this, 'Watch', {
      description: 'Looks for videos that nothing moves on',
      schedule: Schedule.rate(Duration.minutes(10)),
      targets: [targetOf(this.watch)],
    })
  }
}
