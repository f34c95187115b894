import { join } from 'node:path'
import type { Cloud } from '#local/assembly/cloud'
import { functionNameOf } from '#local/assembly/identifiers'
import { type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { startQueueMapping } from '#local/event-sources/queue-mapping'
import type { LambdaRunner } from '#local/lambda/runner'
import type { DeadLetters } from './dead-letters.ts'
import { openQueue, type Queue } from './queue.ts'

/** A second of AWS's waiting between tries, in milliseconds: half a minute is one second here. */
const RETRY_SECOND = 1000 / 30
/** A window of AWS's seconds is as many of these milliseconds, for somebody sits before it. */
const WINDOW_SECOND = 30
/** What Lambda takes for a mapping that names no bound. A laptop has no more. */
const MOST_CONCURRENCY = 5

export interface Queues {
  has(arn: string): boolean
  send(arn: string, body: string): void
  /** Answers SQS's `ChangeMessageVisibility`. Null where there is no such message. */
  changeVisibility(input: JsonObject): JsonObject | null
  /** Starts to hand messages to the functions mapped to the queues. */
  deliver(runner: LambdaRunner, log: (line: string) => void): void
  close(): Promise<void>
}

/** Every queue of the stacks that something is mapped to; dead-letter queues are one file (local/events). */
export function startQueues(options: {
  cloud: Cloud
  dataDir: string
  deadLetters: DeadLetters
}): Queues {
  const { cloud, dataDir, deadLetters } = options
  const queues = new Map<string, Queue>()
  const closing: (() => Promise<void>)[] = []
  for (const { attributes, properties } of cloud.ofType('AWS::SQS::Queue')) {
    const { Arn = '', QueueName = '' } = attributes
    const redrive = objectAt(properties, 'RedrivePolicy')
    const maxReceives = numberAt(redrive, 'maxReceiveCount')
    if (maxReceives === undefined) continue
    queues.set(
      Arn,
      openQueue({
        directory: join(dataDir, 'queues', QueueName),
        visibilityTimeout: numberAt(properties, 'VisibilityTimeout') ?? 30,
        maxReceives,
        retrySecond: RETRY_SECOND,
        deadLetter: (body, receives) =>
          deadLetters.add({
            target: QueueName,
            event: JSON.parse(body),
            error: new Error(`it failed ${receives} times`),
          }),
      }),
    )
  }

  return {
    has: (arn) => queues.has(arn),
    send: (arn, body) => queues.get(arn)?.send(body),
    changeVisibility(input) {
      const name = textAt(input, 'QueueUrl').split('/').at(-1)
      const [, queue] = [...queues].find(([arn]) => arn.split(':').at(-1) === name) ?? []
      const seconds = numberAt(input, 'VisibilityTimeout') ?? 0
      return queue?.changeVisibility(textAt(input, 'ReceiptHandle'), seconds) ? {} : null
    },
    deliver(runner, log) {
      for (const { properties } of cloud.ofType('AWS::Lambda::EventSourceMapping')) {
        const queueArn = textAt(properties, 'EventSourceArn')
        const target = textAt(properties, 'FunctionName')
        const queue = queues.get(queueArn)
        if (!queue || !runner.has(target)) continue
        const bound = numberAt(objectAt(properties, 'ScalingConfig'), 'MaximumConcurrency')
        const mapping = startQueueMapping({
          queue,
          queueArn,
          batchSize: numberAt(properties, 'BatchSize') ?? 10,
          concurrency: Math.min(bound ?? MOST_CONCURRENCY, MOST_CONCURRENCY),
          batchingWindow:
            (numberAt(properties, 'MaximumBatchingWindowInSeconds') ?? 0) * WINDOW_SECOND,
          reportsFailures: listAt(properties, 'FunctionResponseTypes').includes(
            'ReportBatchItemFailures',
          ),
          invoke: (event) => runner.invoke(target, event),
          onError: (error) => log(`${functionNameOf(target)} failed a batch: ${error}`),
        })
        closing.push(() => mapping.close())
      }
    },
    async close() {
      await Promise.all(closing.map((close) => close()))
    },
  }
}
