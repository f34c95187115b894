import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { expect, it } from 'vitest'
import { delayMessage, retryDelay } from '#adapters/queue/message-delay'

it('A message that failed comes back later with each try, and never with all the others', () => {
  expect([1, 2, 3, 4, 5, 6, 12].map((tries) => retryDelay(tries, () => 1))).toEqual([
    60, 120, 240, 480, 900, 900, 900,
  ])
  expect(retryDelay(1, () => 0)).toBe(0)
  expect(
    new Set(Array.from({ length: 100 }, () => retryDelay(6, Math.random))).size,
  ).toBeGreaterThan(50)
})

it('It is asked for at the queue that it came from', async () => {
  const sqs = mockClient(SQSClient)
  await delayMessage(
    new SQSClient({}),
    {
      receiptHandle: 'receipt',
      eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:media',
      attributes: { ApproximateReceiveCount: '2' },
    },
    () => 1,
  )
  expect(sqs.commandCalls(ChangeMessageVisibilityCommand)[0]?.args[0].input).toEqual({
    QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/media',
    ReceiptHandle: 'receipt',
    VisibilityTimeout: 120,
  })
})
