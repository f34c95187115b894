import type { CloudResource } from '#local/assembly/cloud'
import { byName } from '#local/assembly/identifiers'
import { textAt } from '#local/assembly/json'
import { dynamo } from '#local/dynamo/index'
import { lambda } from '#local/lambda/index'
import { queues } from '#local/queues/index'
import type { Closable } from '#local/service/closing'
import { type Context, defineService } from '#local/service/service'
import { mapQueue, mapStream } from './mappings.ts'

/** Lambda's event source mappings: streams of DynamoDB and queues of SQS, read for the functions mapped to them. */
export const eventSources = defineService({
  name: 'event-sources',
  types: { 'AWS::Lambda::EventSourceMapping': byName },
  start(context) {
    const mappings = context.cloud
      .ofType('AWS::Lambda::EventSourceMapping')
      .map((mapping) => start(mapping, context))
    return {
      async close() {
        await Promise.all(mappings.map((mapping) => mapping.close()))
      },
    }
  },
})

function start(mapping: CloudResource, context: Context): Closable {
  const { runner } = lambda.in(context)
  const { deadLetters, queueOf } = queues.in(context)
  const { streams, streamsClient } = dynamo.in(context)
  const source = textAt(mapping.properties, 'EventSourceArn')
  const streamArn = streams.get(source)
  if (streamArn)
    return mapStream(mapping, {
      client: streamsClient,
      streamArn,
      runner,
      deadLetters,
      dataDir: context.dataDir,
      log: context.note,
    })
  const queue = queueOf(source)
  if (queue) return mapQueue(mapping, { queue, runner, log: context.note })
  throw new Error(
    `${mapping.logicalId} maps ${source} to a function, and nothing here serves that.`,
  )
}
