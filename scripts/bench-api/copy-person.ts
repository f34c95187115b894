import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  ListTablesCommand,
  paginateScan,
} from '@aws-sdk/client-dynamodb'
import type { Endpoints } from '#local/cloud/endpoints'
import { clientSettings } from '#local/service/clients'

type Item = Record<string, AttributeValue>

/** Gives others in the table what one person has there, whatever its keys are: hundreds of calls each are spared. */
export async function copyPerson(
  { dynamoEndpoint }: Endpoints,
  from: string,
  to: readonly string[],
): Promise<void> {
  const client = new DynamoDBClient(clientSettings(dynamoEndpoint))
  try {
    const { TableNames: [table] = [] } = await client.send(new ListTablesCommand({}))
    const items: string[] = []
    for await (const page of paginateScan({ client }, { TableName: table }))
      for (const item of page.Items ?? []) {
        const text = JSON.stringify(item, bytesAsText)
        if (text.includes(from)) items.push(text)
      }
    const copies = to.flatMap((id) =>
      items.map((text): Item => JSON.parse(text.replaceAll(from, id), textAsBytes)),
    )
    for (let at = 0; at < copies.length; at += 25) {
      const puts = copies.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }))
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table ?? '']: puts } }))
    }
  } finally {
    client.destroy()
  }
}

const BYTES = 'base64:'

/** What progress has settled is packed into bytes, for which JSON has no form. */
const bytesAsText = (_: string, value: unknown) =>
  value instanceof Uint8Array ? `${BYTES}${Buffer.from(value).toString('base64')}` : value

const textAsBytes = (_: string, value: unknown) =>
  typeof value === 'string' && value.startsWith(BYTES)
    ? new Uint8Array(Buffer.from(value.slice(BYTES.length), 'base64'))
    : value
