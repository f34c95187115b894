import { setTimeout as sleep } from 'node:timers/promises'
import { REGION } from '#local/assembly/identifiers'
import { isObject, type Json, listAt, textAt } from '#local/assembly/json'
import type { Queue, Received } from '#local/queues/queue'

export interface QueueMappingOptions {
  readonly queue: Queue
  readonly queueArn: string
  readonly batchSize: number
  /** Calls of the function at the same time: the mapping's maximum concurrency. */
  readonly concurrency: number
  /** How long a batch that is not full waits for more. Milliseconds. */
  readonly batchingWindow: number
  /** Whether what the function answers may name `batchItemFailures`. */
  readonly reportsFailures: boolean
  readonly invoke: (event: { Records: unknown[] }) => Promise<Json>
  readonly onError: (error: unknown) => void
}

const POLL_MILLISECONDS = 50

/**
 * An event source mapping of a queue. What the function handled is deleted; what it names as failed, or all of
 * a batch where it throws, stays hidden until its time is over.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export function startQueueMapping(options: QueueMappingOptions): { close(): Promise<void> } {
  const { queue, batchSize, concurrency, batchingWindow } = options
  const stop = new AbortController()
  const pause = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => {})

  const collect = async () => {
    if (queue.visible() === 0) return []
    const until = Date.now() + batchingWindow
    while (Date.now() < until && queue.visible() < batchSize && !stop.signal.aborted)
      await pause(POLL_MILLISECONDS)
    return stop.signal.aborted ? [] : queue.receive(batchSize)
  }

  const underWay = new Set<Promise<void>>()
  const work = async () => {
    while (!stop.signal.aborted) {
      if (underWay.size >= concurrency) await Promise.race(underWay)
      const batch = await collect()
      if (batch.length === 0) await pause(POLL_MILLISECONDS)
      else {
        const delivery = deliver(options, batch).finally(() => underWay.delete(delivery))
        underWay.add(delivery)
      }
    }
    await Promise.all(underWay)
  }

  const working = work()
  return {
    async close() {
      stop.abort()
      // What is cut off here is delivered again at the next start.
      await Promise.race([working, sleep(2000)])
    },
  }
}

async function deliver(options: QueueMappingOptions, batch: readonly Received[]): Promise<void> {
  const { queue, queueArn, reportsFailures, invoke, onError } = options
  try {
    const answer = await invoke({ Records: batch.map((message) => toRecord(message, queueArn)) })
    const failed = reportsFailures ? failedOf(answer, batch) : new Set()
    for (const { messageId } of batch) if (!failed.has(messageId)) queue.delete(messageId)
  } catch (error) {
    onError(error)
  }
}

/** A name that no message bears fails the whole batch, as it does in AWS. */
function failedOf(answer: Json, batch: readonly Received[]): ReadonlySet<string> {
  const all = new Set(batch.map(({ messageId }) => messageId))
  const named = isObject(answer)
    ? listAt(answer, 'batchItemFailures').map((failure) => textAt(failure, 'itemIdentifier'))
    : []
  return named.every((id) => all.has(id)) ? new Set(named) : all
}

const toRecord = (message: Received, queueArn: string) => ({
  messageId: message.messageId,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: {
    ApproximateReceiveCount: `${message.receives}`,
    SentTimestamp: `${message.sentAt}`,
  },
  messageAttributes: {},
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: REGION,
})
