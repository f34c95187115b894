import { Duration } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import type { FunctionName } from '#contract/platform/environment'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'

/** What alarms and dashboards ask of whatever works on events, behind a queue or not. */
export interface Worker {
  readonly functionName: FunctionName
  readonly lambda: NodeFunction['lambda']
  readonly deadLetters: DeadLetterQueue
  /** Whether the table's stream wakes it. */
  readonly readsStream?: boolean
  /** How often the clock wakes it, where it does. */
  readonly every?: Duration
  /** The queue before it, where there is one, and how long a message may wait there. */
  readonly queue?: IQueue
  readonly patience?: Duration
}

/** A function that handles events: what fails to the last is kept in its own dead-letter queue. */
export class WorkerFunction<F extends FunctionName = FunctionName> extends NodeFunction<F> {
  readonly deadLetters: DeadLetterQueue
  readonly readsStream: boolean
  readonly every?: Duration

  constructor(
    scope: Construct,
    id: string,
    {
      readsStream = false,
      every,
      ...props
    }: NodeFunctionProps<F> & Pick<Worker, 'readsStream' | 'every'>,
  ) {
    const deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`)
    super(scope, id, {
      timeout: Duration.minutes(1),
      onFailure: new SqsDestination(deadLetters),
      ...props,
    })
    this.deadLetters = deadLetters
    this.readsStream = readsStream
    if (every) this.every = every
  }
}
