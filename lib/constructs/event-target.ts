import { Duration } from 'aws-cdk-lib'
import { LambdaFunction, type LambdaFunctionProps } from 'aws-cdk-lib/aws-events-targets'
import type { WorkerFunction } from './worker-function.ts'

/** How often, and for how long, EventBridge tries to deliver what it could not. */
export const delivery = { retryAttempts: 10, maxEventAge: Duration.hours(6) } as const

/** A worker as a rule's target; what cannot be delivered waits in the worker's own queue. */
export const targetOf = (worker: WorkerFunction, props: Pick<LambdaFunctionProps, 'event'> = {}) =>
  new LambdaFunction(worker.lambda, { deadLetterQueue: worker.deadLetters, ...delivery, ...props })
