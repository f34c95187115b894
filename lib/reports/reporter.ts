import { Duration } from 'aws-cdk-lib'
import { EventField, Rule, type RuleProps, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { delivery } from '#lib/constructs/event-target'
import { QueuedWorker } from '#lib/constructs/queued-worker'
import { grantRead } from '#lib/media/media-rights'
import { Deployment } from '#lib/settings/deployment'
import { DIMENSIONS_PREFIX } from './dimension-tables.ts'
import { EVENTS_PREFIX } from './events-table.ts'
import { promisesMade } from './promises-made.ts'
import type { Warehouse } from './warehouse.ts'

export interface ReporterProps {
  readonly bucket: IBucket
  readonly warehouse: Warehouse
  /** Where titles of what is published lie. */
  readonly content: IBucket
}

/** Works out what reports say of each day of which something was recorded. */
export class Reporter extends Construct {
  readonly worker: QueuedWorker<'reporter'>

  constructor(scope: Construct, id: string, { bucket, warehouse, content }: ReporterProps) {
    super(scope, id)
    const { metricsNamespace, title } = Deployment.of(this)
    this.worker = new QueuedWorker(this, 'Worker', {
      name: 'reporter',
      environment: {
        LAKE_BUCKET: bucket.bucketName,
        CONTENT_BUCKET: content.bucketName,
        WORK_GROUP: warehouse.workGroup,
        DATABASE: warehouse.databaseName,
        METRICS_NAMESPACE: metricsNamespace,
        API_NAME: title,
        PROMISES: JSON.stringify(promisesMade),
      },
      timeout: Duration.minutes(5),
      concurrency: 2,
      // All files of a day that come within two minutes are one working out.
      batchSize: 1000,
      batchingWindow: Duration.minutes(2),
      patience: Duration.minutes(30),
    })
    const { lambda } = this.worker
    warehouse.grantAsk(lambda)
    lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:PutObject'],
        resources: [bucket.arnForObjects('facts/*')],
      }),
    )
    grantRead(lambda, content, 'content/*')
    // What courses, lessons and people there are, of which events speak by id.
    lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`${DIMENSIONS_PREFIX}*`)],
      }),
    )
    // It takes no resource.
    lambda.addToRolePolicy(
      new PolicyStatement({ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }),
    )
    new Rule(this, 'Recorded', {
      description: 'A file of events came into the lake',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [bucket.bucketName] },
          object: { key: [{ prefix: EVENTS_PREFIX }] },
        },
      },
      targets: [this.worker.target],
    })
    this.#ask('Promises', {
      description: 'Reads how promises are kept where nobody learns',
      schedule: Schedule.rate(Duration.hours(1)),
      message: { lectern: 'promises' },
    })
    // Late enough for what was collected at midnight.
    this.#ask('Nightly', {
      description: 'Counts who was there in the weeks before, and puts down what there is',
      schedule: Schedule.cron({ hour: '0', minute: '20' }),
      message: { lectern: 'night', told: EventField.time },
    })
  }

  #ask(
    id: string,
    asked: Pick<RuleProps, 'description' | 'schedule'> & { readonly message: object },
  ): void {
    const { message, ...rule } = asked
    new Rule(this, id, {
      ...rule,
      targets: [
        new SqsQueue(this.worker.queue, {
          message: RuleTargetInput.fromObject(message),
          deadLetterQueue: this.worker.deadLetters,
          ...delivery,
        }),
      ],
    })
  }
}
