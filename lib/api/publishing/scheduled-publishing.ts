import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import type { Variables } from '#contract/platform/environment'
import { targetOf } from '#lib/constructs/event-target'
import type { Network } from '#lib/constructs/node-function'
import { WorkerFunction } from '#lib/constructs/worker-function'
import { grantTable } from '#lib/data/grant-table'
import type { LecternTable } from '#lib/data/lectern-table'
import type { MediaBuckets } from '#lib/media/buckets'
import { grantCourseEvents, grantPublishing } from '#lib/media/media-rights'

export interface ScheduledPublishingProps {
  /** For whoever uses Valkey; null: outside the network. */
  readonly network: Network | null
  readonly table: LecternTable
  readonly content: MediaBuckets['content']
  readonly environment: Variables<'publish-due'>
}

/** Publishes drafts at the time that their teachers chose. */
export class ScheduledPublishing extends Construct {
  readonly worker: WorkerFunction<'publish-due'>

  constructor(scope: Construct, id: string, props: ScheduledPublishingProps) {
    super(scope, id)
    const every = Duration.minutes(1)
    this.worker = new WorkerFunction(this, 'Worker', {
      name: 'publish-due',
      ...(props.network && { network: props.network }),
      environment: props.environment,
      timeout: Duration.minutes(5),
      memorySize: 1024,
      every,
    })
    const { lambda } = this.worker
    grantTable(props.table, lambda, 'readWrite')
    grantCourseEvents(lambda)
    grantPublishing(lambda, props.content)
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(every),
      targets: [targetOf(this.worker)],
    })
  }
}
