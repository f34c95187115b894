import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import type { ApiFunction } from '#lib/constructs/api-function'
import type { Worker } from '#lib/constructs/worker-function'

export interface WatchedFunctions {
  readonly services: readonly ApiFunction[]
  readonly workers: readonly Worker[]
  /** Dead-letter queues that belong to no worker. */
  readonly queues: Readonly<Record<string, IQueue>>
}

export const pascal = (name: string) =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
