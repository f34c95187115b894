import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams'
import { isObject, type Json, type JsonObject, listAt, textAt } from '#local/assembly/json'
import { passesFilters } from './stream-filter.ts'

export interface StreamMapping {
  /** Stops after the batch that is being delivered. */
  close(): Promise<void>
}

export interface StreamMappingOptions {
  readonly client: DynamoDBStreamsClient
  readonly streamArn: string
  /** Receives a batch as Lambda does; what it answers may name `batchItemFailures`. */
  readonly deliver: (event: { Records: unknown[] }) => Promise<Json>
  /** Records that no attempt could deliver. */
  readonly deadLetter: (records: unknown[], error: unknown) => void
  /** Where the last delivered record is remembered. */
  readonly checkpointFile: string
  /** Records that none of them matches are passed over. @default all are delivered */
  readonly filters?: readonly JsonObject[]
  /** @default 100 */
  readonly batchSize?: number
  /** Attempts after the first. @default 3 */
  readonly retries?: number
  /** @default 100 */
  readonly pollMilliseconds?: number
  readonly onError?: (error: unknown) => void
}

const DESCRIBE_MILLISECONDS = 1_000
const REMEMBER_MILLISECONDS = 200

type Checkpoints = Record<string, string>

/**
 * An event source mapping: each record of the stream is delivered in order, at least once,
 * also over a restart. A batch that fails is retried from its first failed record, then given up.
 */
export function startStreamMapping(options: StreamMappingOptions): StreamMapping {
  const { client, streamArn, checkpointFile, batchSize = 100, pollMilliseconds = 100 } = options
  const stop = new AbortController()
  const checkpoints = readCheckpoints(checkpointFile)
  const iterators = new Map<string, string>()

  const iteratorOf = async (shard: string) => {
    const known = iterators.get(shard)
    if (known) return known
    const after = checkpoints[shard]
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: shard,
        ...(after
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
          : { ShardIteratorType: 'TRIM_HORIZON' }),
      }),
    )
    return ShardIterator
  }

  const readShard = async (shard: string): Promise<number> => {
    const iterator = await iteratorOf(shard)
    if (!iterator) return 0
    const page = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }),
    )
    const records = page.Records ?? []
    if (records.length > 0) {
      await deliverAll(
        options,
        records
          .map((record) => asEventRecord(record, streamArn))
          .filter((record) => passesFilters(options.filters ?? [], record)),
        stop,
      )
      if (stop.signal.aborted) return 0
      checkpoints[shard] = records.at(-1)?.dynamodb?.SequenceNumber ?? checkpoints[shard] ?? ''
      isAhead = true
    }
    if (page.NextShardIterator) iterators.set(shard, page.NextShardIterator)
    else iterators.delete(shard)
    return records.length
  }

  // Shards come and go within hours; asked each time, they cost as much as the records.
  let shards: readonly string[] = []
  let describedAt = Number.NEGATIVE_INFINITY
  const shardsNow = async () => {
    if (performance.now() - describedAt < DESCRIBE_MILLISECONDS) return shards
    const { StreamDescription } = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn }),
    )
    shards = (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? [])
    describedAt = performance.now()
    return shards
  }

  /** What is delivered after the last writing is delivered again, should this process be killed. */
  let isAhead = false
  let writtenAt = Number.NEGATIVE_INFINITY
  const remember = (force: boolean) => {
    if (!isAhead || (!force && performance.now() - writtenAt < REMEMBER_MILLISECONDS)) return
    writeCheckpoints(checkpointFile, checkpoints)
    isAhead = false
    writtenAt = performance.now()
  }

  const run = async () => {
    while (!stop.signal.aborted) {
      let read = 0
      try {
        for (const shard of await shardsNow()) read += await readShard(shard)
      } catch (error) {
        if (stop.signal.aborted) return
        iterators.clear()
        describedAt = Number.NEGATIVE_INFINITY
        options.onError?.(error)
        await sleep(1000, undefined, { signal: stop.signal }).catch(() => {})
      }
      remember(false)
      if (read === 0)
        await sleep(pollMilliseconds, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  const running = run()
  return {
    async close() {
      stop.abort()
      await running
      remember(true)
    },
  }
}

interface EventRecord {
  readonly dynamodb: { readonly SequenceNumber?: string }
}

async function deliverAll(
  options: StreamMappingOptions,
  records: EventRecord[],
  stop: AbortController,
): Promise<void> {
  const { retries = 3 } = options
  let left = records
  let lastError: unknown
  for (let attempt = 0; attempt <= retries && left.length > 0; attempt += 1) {
    if (attempt > 0)
      await sleep(100 * 2 ** attempt, undefined, { signal: stop.signal }).catch(() => {})
    // What is cut off here is delivered again at the next start.
    if (stop.signal.aborted) return
    try {
      left = fromFirstFailure(left, await options.deliver({ Records: left }))
      lastError = new Error('the function reported failed records')
    } catch (error) {
      lastError = error
    }
  }
  if (left.length > 0) options.deadLetter(left, lastError)
}

function fromFirstFailure(records: EventRecord[], answer: Json): EventRecord[] {
  const failed = isObject(answer) ? listAt(answer, 'batchItemFailures') : []
  if (failed.length === 0) return []
  const numbers = new Set(failed.map((failure) => textAt(failure, 'itemIdentifier')))
  const first = records.findIndex((record) => numbers.has(record.dynamodb.SequenceNumber ?? ''))
  return first === -1 ? records : records.slice(first)
}

/** As Lambda hands records over, and its filters see them: names of AWS's event, bytes in base 64. */
const asEventRecord = (record: _Record, streamArn: string): EventRecord & JsonObject =>
  JSON.parse(
    JSON.stringify(
      {
        eventID: record.eventID,
        eventName: record.eventName,
        eventVersion: record.eventVersion ?? '1.1',
        eventSource: 'aws:dynamodb',
        awsRegion: 'us-east-1',
        eventSourceARN: streamArn,
        dynamodb: {
          ...record.dynamodb,
          ApproximateCreationDateTime:
            (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? Date.now()) / 1000,
        },
      },
      (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  )

const readCheckpoints = (file: string): Checkpoints => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

const writeCheckpoints = (file: string, checkpoints: Checkpoints) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(checkpoints))
}
