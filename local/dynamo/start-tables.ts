import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { Cloud } from '#local/assembly/cloud'
import { functionNameOf } from '#local/assembly/identifiers'
import { type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { parseFilter } from '#local/event-sources/stream-filter'
import { startStreamMapping } from '#local/event-sources/stream-mapping'
import type { LambdaRunner } from '#local/lambda/runner'
import { clientSettings } from '#local/lambda/surroundings'
import type { DeadLetters } from '#local/queues/dead-letters'
import type { DynamoEngine } from './engine.ts'
import { sweepExpired } from './expiry.ts'
import { createTable, indexStreamRecords } from './table.ts'

const SWEEP_MILLISECONDS = 60_000

export interface Tables {
  /** Starts to deliver the tables' streams to the functions mapped to them. */
  deliverStreams(options: {
    runner: LambdaRunner
    deadLetters: DeadLetters
    checkpointDir: string
    log: (line: string) => void
  }): void
  close(): Promise<void>
}

/** Every table of the stacks, with its streams and its TTL. */
export async function startTables(cloud: Cloud, engine: DynamoEngine): Promise<Tables> {
  const client = new DynamoDBClient(clientSettings(engine.url))
  const streams = new DynamoDBStreamsClient(clientSettings(engine.url))
  const closing: (() => Promise<void>)[] = []
  const streamOfTable = new Map<string, string>()

  const tables = [
    ...cloud.ofType('AWS::DynamoDB::Table'),
    ...cloud.ofType('AWS::DynamoDB::GlobalTable'),
  ]
  for (const table of tables) {
    const { streamArn } = await createTable(client, table)
    if (streamArn) streamOfTable.set(table.attributes.StreamArn ?? '', streamArn)
    const ttl = textAt(objectAt(table.properties, 'TimeToLiveSpecification'), 'AttributeName')
    if (ttl) {
      const sweeping = setInterval(() => {
        // The next sweep finds what this one could not.
        sweepExpired(client, table.ref, ttl).catch(() => {})
      }, SWEEP_MILLISECONDS)
      closing.push(async () => clearInterval(sweeping))
    }
  }
  if (streamOfTable.size > 0) indexStreamRecords(engine.file)

  return {
    deliverStreams({ runner, deadLetters, checkpointDir, log }) {
      for (const mapping of cloud.ofType('AWS::Lambda::EventSourceMapping')) {
        const { properties } = mapping
        const target = textAt(properties, 'FunctionName')
        const streamArn = streamOfTable.get(textAt(properties, 'EventSourceArn'))
        if (!streamArn || !runner.has(target)) {
          log(`${mapping.logicalId} maps something that is not run locally`)
          continue
        }
        const name = functionNameOf(target)
        const started = startStreamMapping({
          client: streams,
          streamArn,
          checkpointFile: join(checkpointDir, `${mapping.ref}.json`),
          filters: filtersOf(properties),
          batchSize: Math.min(numberAt(properties, 'BatchSize') ?? 100, 1000),
          deliver: (event) => runner.invoke(target, event),
          deadLetter: (records, error) =>
            deadLetters.add({ target: name, event: { Records: records }, error }),
          onError: (error) => log(`Reading the stream for ${name} failed: ${error}`),
        })
        closing.push(() => started.close())
      }
    },
    async close() {
      await Promise.all(closing.map((close) => close()))
      client.destroy()
      streams.destroy()
    },
  }
}

const filtersOf = (properties: JsonObject) =>
  listAt(objectAt(properties, 'FilterCriteria'), 'Filters').map((filter) =>
    parseFilter(textAt(filter, 'Pattern')),
  )
