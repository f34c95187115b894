import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'

/** What a function gets of its queue for these events. */
export const queueEvent = (...events: readonly unknown[]): SQSEvent => ({
  Records: events.map((event, index) => ({
    messageId: `message-${index}`,
    receiptHandle: `receipt-${index}`,
    body: JSON.stringify(event),
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'events',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:worker',
    awsRegion: 'us-east-1',
  })),
})

/** Hands one event to a queue's function, and throws where it reports a failure. */
export const handTo =
  (handler: (event: SQSEvent) => Promise<SQSBatchResponse>) =>
  async (event: unknown): Promise<void> => {
    const { batchItemFailures } = await handler(queueEvent(event))
    if (batchItemFailures.length > 0) throw new Error('The function reported the event as failed')
  }
