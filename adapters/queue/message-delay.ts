import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs'

export interface QueuedMessage {
  readonly receiptHandle: string
  /** `arn:aws:sqs:us-east-1:000000000000:name`. */
  readonly eventSourceARN: string
  readonly attributes: { readonly ApproximateReceiveCount: string }
}

const FIRST_SECONDS = 60
/** SQS's own bound is 12 hours. */
const MOST_SECONDS = 900

/**
 * When a message that failed comes back: at any moment of a time that doubles with each try ("full jitter").
 * Many that failed together, in whatever environments, so come back apart. Seconds.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function retryDelay(tries: number, random: () => number): number {
  const most = Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, tries - 1))
  return Math.ceil(most * random())
}

/** Has a message that failed come back then, rather than after the queue's whole visibility timeout. */
export async function delayMessage(
  client: SQSClient,
  { receiptHandle, eventSourceARN, attributes }: QueuedMessage,
  random: () => number = Math.random,
): Promise<void> {
  const [, , , region, account, name] = eventSourceARN.split(':')
  await client.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: `https://sqs.${region}.amazonaws.com/${account}/${name}`,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: retryDelay(Number(attributes.ApproximateReceiveCount), random),
    }),
  )
}
