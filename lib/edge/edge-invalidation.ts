import { Aws, Stack } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { Rule } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { targetOf } from '../constructs/event-target.ts'
import { WorkerFunction } from '../constructs/worker-function.ts'
import type { StageSettings } from '../settings/settings.ts'

export interface EdgeInvalidationProps {
  readonly settings: StageSettings
  readonly functionsDist: string
  /** Tells EventBridge of its new objects. */
  readonly contentBucket: IBucket
  readonly distribution: Distribution
  /** Whose assets' ends concern it. */
  readonly deploymentId: string
}

/** Makes the edge forget an asset's lasting files as soon as they are written again, and all of what is deleted. */
export class EdgeInvalidation extends Construct {
  readonly worker: WorkerFunction<'edge-invalidation'>

  constructor(scope: Construct, id: string, props: EdgeInvalidationProps) {
    super(scope, id)
    const { settings, functionsDist, contentBucket, distribution, deploymentId } = props
    this.worker = new WorkerFunction(this, 'Worker', {
      name: 'edge-invalidation',
      functionsDist,
      logRetentionDays: settings.logRetentionDays,
      environment: { DISTRIBUTION_ID: distribution.distributionId },
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
    const targets = [targetOf(this.worker)]
    new Rule(this, 'PlaybackWritten', {
      description: 'The last of an asset’s lasting files was written',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [contentBucket.bucketName] },
          object: { key: [{ wildcard: 'content/*/media/*/playback.json' }] },
        },
      },
      targets,
    })
    new Rule(this, 'AssetDeleted', {
      description: 'Nothing of an asset is left',
      eventPattern: {
        source: ['lectern.media'],
        detailType: ['Asset Deleted'],
        detail: { deploymentId: [deploymentId] },
      },
      targets,
    })
  }
}
