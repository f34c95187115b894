import { join } from 'node:path'
import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, numberAt, objectAt, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'
import type { DeadLetters } from './dead-letters.ts'
import { openQueue, type Queue } from './queue.ts'

/** A second of AWS's waiting between tries, in milliseconds: half a minute is one second here. */
const RETRY_SECOND = 1000 / 30

export interface Queues {
  /** Undefined for a queue that nothing is mapped to. */
  queueOf(arn: string): Queue | undefined
  /** Answers an operation of SQS's API. */
  call(operation: string, input: JsonObject): JsonObject
}

/** Every queue of the stacks that something is mapped to; dead-letter queues are one file. */
export function startQueues(options: {
  cloud: Cloud
  dataDir: string
  deadLetters: DeadLetters
}): Queues {
  const { cloud, dataDir, deadLetters } = options
  const queues = new Map<string, Queue>()
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
    queueOf: (arn) => queues.get(arn),
    call(operation, input) {
      if (operation !== 'ChangeMessageVisibility')
        throw new AwsError('UnknownOperationException', `The local SQS has no ${operation}.`)
      const name = textAt(input, 'QueueUrl').split('/').at(-1)
      const [, queue] = [...queues].find(([arn]) => arn.split(':').at(-1) === name) ?? []
      const seconds = numberAt(input, 'VisibilityTimeout') ?? 0
      if (!queue?.changeVisibility(textAt(input, 'ReceiptHandle'), seconds))
        throw new AwsError(
          'com.amazonaws.sqs#ReceiptHandleIsInvalid',
          'The receipt handle is not that of a message.',
        )
      return {}
    },
  }
}
