import { Duration } from 'aws-cdk-lib'
import type { IRuleTarget } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { FunctionName } from '#contract/platform/environment'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { delivery } from './event-target.ts'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'

export interface QueuedWorkerProps<F extends FunctionName> extends NodeFunctionProps<F> {
  readonly timeout: Duration
  /**
   * Environments at the same time: more would take the account's concurrency from those who answer people. At
   * least 2 (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html).
   */
  readonly concurrency: number
  /** Messages that one call gets. @default 1 */
  readonly batchSize?: number
  /** How long messages are collected for one call. @default not at all */
  readonly batchingWindow?: Duration
  /** How long a message may wait before somebody should look. @default an hour */
  readonly patience?: Duration
  /** Tries of a message before it is a dead letter. @default 6 */
  readonly tries?: number
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const VISIBILITY_OF_TIMEOUTS = 6

/**
 * A function behind a queue of its own, which however much comes at once is worked off a few at a time. What
 * fails comes back after a while of its own choosing (functions/queue), and at last is a dead letter.
 */
export class QueuedWorker<F extends FunctionName = FunctionName> extends NodeFunction<F> {
  readonly queue: Queue
  readonly patience: Duration
  readonly deadLetters: DeadLetterQueue

  constructor(scope: Construct, id: string, props: QueuedWorkerProps<F>) {
    super(scope, id, props)
    this.deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`)
    this.patience = props.patience ?? Duration.hours(1)
    this.queue = new Queue(scope, `${id}Queue`, {
      visibilityTimeout: Duration.seconds(VISIBILITY_OF_TIMEOUTS * props.timeout.toSeconds()),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.tries ?? 6 },
    })
    this.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize ?? 1,
        ...(props.batchingWindow && { maxBatchingWindow: props.batchingWindow }),
        maxConcurrency: props.concurrency,
        reportBatchItemFailures: true,
      }),
    )
    this.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ChangeMessageVisibility'],
        resources: [this.queue.queueArn],
      }),
    )
  }

  /** The worker as a rule's target: the rule fills its queue. */
  get target(): IRuleTarget {
    return new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters, ...delivery })
  }
}
