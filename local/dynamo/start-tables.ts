import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Cloud } from '#local/assembly/cloud'
import { objectAt, textAt } from '#local/assembly/json'
import { sweepExpired } from './expiry.ts'
import { createTable, indexStreamRecords } from './table.ts'

const SWEEP_MILLISECONDS = 60_000

export interface Tables {
  /** The engine's own ARN of a table's stream, by the templates' one. */
  readonly streams: ReadonlyMap<string, string>
  close(): void
}

/** Every table of the stacks, with its stream and its TTL. */
export async function startTables(options: {
  cloud: Cloud
  client: DynamoDBClient
  /** The engine's. */
  file: string
}): Promise<Tables> {
  const { cloud, client, file } = options
  const streams = new Map<string, string>()
  const sweeping: NodeJS.Timeout[] = []
  for (const table of cloud.ofType('AWS::DynamoDB::Table')) {
    const { streamArn } = await createTable(client, table)
    if (streamArn) streams.set(table.attributes.StreamArn ?? '', streamArn)
    const ttl = textAt(objectAt(table.properties, 'TimeToLiveSpecification'), 'AttributeName')
    if (ttl)
      sweeping.push(
        setInterval(() => {
          // The next sweep finds what this one could not.
          sweepExpired(client, table.ref, ttl).catch(() => {})
        }, SWEEP_MILLISECONDS),
      )
  }
  if (streams.size > 0) indexStreamRecords(file)
  return { streams, close: () => sweeping.forEach(clearInterval) }
}
