import { join } from 'node:path'
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { CloudResource } from '#local/assembly/cloud'
import { functionNameOf } from '#local/assembly/identifiers'
import { listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import type { LambdaRunner } from '#local/lambda/runner'
import type { DeadLetters } from '#local/queues/dead-letters'
import type { Queue } from '#local/queues/queue'
import { startQueueMapping } from './queue-mapping.ts'
import { parseFilter } from './stream-filter.ts'
import { startStreamMapping } from './stream-mapping.ts'

/** A window of AWS's seconds is as many of these milliseconds, for somebody sits before it. */
const WINDOW_SECOND = 30
/** What Lambda takes for a mapping that names no bound. A laptop has no more. */
const MOST_CONCURRENCY = 5

/** A template's mapping of a stream, read from where it was left. */
export function mapStream(
  { ref, properties }: CloudResource,
  deps: {
    client: DynamoDBStreamsClient
    streamArn: string
    runner: LambdaRunner
    deadLetters: DeadLetters
    dataDir: string
    log: (line: string) => void
  },
) {
  const { client, streamArn, runner, deadLetters, dataDir, log } = deps
  const fn = textAt(properties, 'FunctionName')
  const target = functionNameOf(fn)
  return startStreamMapping({
    client,
    streamArn,
    checkpointFile: join(dataDir, 'streams', `${ref}.json`),
    filters: listAt(objectAt(properties, 'FilterCriteria'), 'Filters').map((filter) =>
      parseFilter(textAt(filter, 'Pattern')),
    ),
    batchSize: Math.min(numberAt(properties, 'BatchSize') ?? 100, 1000),
    deliver: (event) => runner.invoke(fn, event),
    deadLetter: (records, error) => deadLetters.add({ target, event: { Records: records }, error }),
    onError: (error) => log(`Reading the stream for ${target} failed: ${error}`),
  })
}

/** A template's mapping of a queue. */
export function mapQueue(
  { properties }: CloudResource,
  { queue, runner, log }: { queue: Queue; runner: LambdaRunner; log: (line: string) => void },
) {
  const fn = textAt(properties, 'FunctionName')
  const bound = numberAt(objectAt(properties, 'ScalingConfig'), 'MaximumConcurrency')
  return startQueueMapping({
    queue,
    queueArn: textAt(properties, 'EventSourceArn'),
    batchSize: numberAt(properties, 'BatchSize') ?? 10,
    concurrency: Math.min(bound ?? MOST_CONCURRENCY, MOST_CONCURRENCY),
    batchingWindow: (numberAt(properties, 'MaximumBatchingWindowInSeconds') ?? 0) * WINDOW_SECOND,
    reportsFailures: listAt(properties, 'FunctionResponseTypes').includes(
      'ReportBatchItemFailures',
    ),
    invoke: (event) => runner.invoke(fn, event),
    onError: (error) => log(`${functionNameOf(fn)} failed a batch: ${error}`),
  })
}
