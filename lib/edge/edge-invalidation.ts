import { Aws, Duration, Stack } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { QueuedWorker } from '#lib/constructs/queued-worker'
import { Deployment } from '#lib/settings/deployment'

export interface EdgeInvalidationProps {
  readonly distribution: Distribution
}

/** Makes the edge forget an asset's lasting files as soon as they are written again, and all of what is deleted. */
export class EdgeInvalidation extends Construct {
  readonly worker: QueuedWorker<'edge-invalidation'>

  constructor(scope: Construct, id: string, props: EdgeInvalidationProps) {
    super(scope, id)
    const { distribution } = props
    this.worker = new QueuedWorker(this, 'Worker', {
      name: 'edge-invalidation',
      environment: { DISTRIBUTION_ID: distribution.distributionId },
      timeout: Duration.minutes(1),
      concurrency: 2,
      // Many deletions make one invalidation. While as many are under way as may be, they wait for their turn.
      batchSize: 500,
      batchingWindow: Duration.seconds(10),
      tries: 12,
      patience: Duration.minutes(30),
    })
    this.worker.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation'],
        resources: [
          Stack.of(this).formatArn({
            service: 'cloudfront',
            region: '',
            account: Aws.ACCOUNT_ID,
            resource: 'distribution',
            resourceName: distribution.distributionId,
          }),
        ],
      }),
    )
    new Rule(this, 'AssetChanged', {
      description: 'An asset’s lasting files were written again, or nothing of it is left',
      eventPattern: {
        source: ['lectern.media'],
        detailType: ['Playback Published', 'Asset Deleted'],
        detail: { deploymentId: [Deployment.of(this).id] },
      },
      targets: [this.worker.target],
    })
    new Rule(this, 'CoursePublished', {
      description: 'What public pages show was published again',
      eventPattern: {
        source: ['lectern.courses'],
        detailType: ['Course Published'],
        detail: { deploymentId: [Deployment.of(this).id] },
      },
      targets: [this.worker.target],
    })
  }
}
