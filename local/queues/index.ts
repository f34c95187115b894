import { join } from 'node:path'
import { ACCOUNT, arn, REGION } from '#local/assembly/identifiers'
import { awsApi } from '#local/aws-api/index'
import { defineService } from '#local/service/service'
import { openDeadLetters } from './dead-letters.ts'
import { startQueues } from './start-queues.ts'

/** SQS: queues kept on disk, and a file of what nobody could deliver. */
export const queues = defineService({
  name: 'queues',
  types: {
    'AWS::SQS::Queue': ({ name, property }) => {
      const queue = property('QueueName') || name
      const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${queue}`
      return { ref: url, attributes: { Arn: arn('sqs', queue), QueueName: queue, QueueUrl: url } }
    },
  },
  start(context) {
    const { cloud, dataDir, note } = context
    const deadLetters = openDeadLetters(join(dataDir, 'dead-letters.jsonl'), (line) => {
      note(line)
      console.error(line)
    })
    const started = startQueues({ cloud, dataDir, deadLetters })
    awsApi.in(context).onTarget('AmazonSQS.', started.call)
    return { ...started, deadLetters }
  },
})
