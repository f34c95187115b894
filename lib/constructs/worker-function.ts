import { Duration } from 'aws-cdk-lib'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Construct } from 'constructs'
import type { FunctionName } from '#contract/environment'
import { DeadLetterQueue } from './dead-letter-queue.ts'
import { NodeFunction, type NodeFunctionProps } from './node-function.ts'

/** What alarms and dashboards ask of whatever works on events, behind a queue or not. */
export interface Worker {
  readonly functionName: FunctionName
  readonly lambda: NodeFunction['lambda']
  readonly deadLetters: DeadLetterQueue
}

/** A function that handles events: what fails to the last is kept in its own dead-letter queue. */
export class WorkerFunction<F extends FunctionName = FunctionName> extends NodeFunction<F> {
  readonly deadLetters: DeadLetterQueue

  constructor(scope: Construct, id: string, props: NodeFunctionProps<F>) {
    const deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`)
    super(scope, id, {
      timeout: Duration.minutes(1),
      onFailure: new SqsDestination(deadLetters),
      ...props,
    })
    this.deadLetters = deadLetters
  }
}
