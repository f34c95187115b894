import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The one table, with the client that an execution environment keeps alive for it. */
export interface Table {
  readonly name: string
  readonly client: DynamoDBDocumentClient
}

export const openTable = (name: string, client = new DynamoDBClient({})): Table => ({
  name,
  client: DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  }),
})
