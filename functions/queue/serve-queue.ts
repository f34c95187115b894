import type { Logger } from '@aws-lambda-powertools/logger'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { delayMessage } from '#adapters/queue/message-delay'

// A queue's address names a host, which only where the service really is may take the endpoint's place.
const client = new SQSClient({ ...FOR_WORK, useQueueUrlAsEndpoint: false })

/** What failed of a batch, by its place in it. */
export type Failures = ReadonlyMap<number, unknown>

/**
 * A handler of a queue that EventBridge fills. `handle` gets the events of a batch in their order and answers
 * which of them failed; those alone come back, each after a while.
 */
export const serveBatches =
  (logger: Logger, handle: (events: readonly unknown[]) => Promise<Failures>) =>
  async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failures = await handle(Records.map(({ body }) => JSON.parse(body)))
    const failed = Records.flatMap((record, index) =>
      failures.has(index) ? [{ record, error: failures.get(index) }] : [],
    )
    await Promise.all(failed.map(({ record, error }) => postpone(logger, record, error)))
    return { batchItemFailures: failed.map(({ record }) => ({ itemIdentifier: record.messageId })) }
  }

/** As `serveBatches`, for what does one event after the other. */
export const serveQueue = (logger: Logger, handle: (event: unknown) => Promise<void>) =>
  serveBatches(logger, async (events) => {
    const failures = new Map<number, unknown>()
    for (const [index, event] of events.entries())
      await handle(event).catch((error: unknown) => failures.set(index, error))
    return failures
  })

async function postpone(logger: Logger, record: SQSRecord, error: unknown): Promise<void> {
  const { messageId, attributes } = record
  const tries = attributes.ApproximateReceiveCount
  logger.error('queue.message_failed', { messageId, tries, error: error as Error })
  // Else it comes back after the visibility timeout, which is only later.
  await delayMessage(client, record).catch((cause: Error) =>
    logger.warn('queue.message_not_postponed', cause),
  )
}
