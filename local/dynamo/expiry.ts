import { BatchWriteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'

/**
 * Deletes items whose TTL attribute has passed, which the engine does not do by itself. Answers
 * how many. AWS does it within days; here a scan of a small table is cheap enough.
 */
export async function sweepExpired(
  client: DynamoDBClient,
  table: string,
  attribute: string,
): Promise<number> {
  let deleted = 0
  const pages = paginateScan(
    { client, pageSize: 500 },
    {
      TableName: table,
      FilterExpression: 'attribute_type(#ttl, :number) AND #ttl < :now',
      ExpressionAttributeNames: { '#ttl': attribute },
      ExpressionAttributeValues: {
        ':now': { N: String(Math.floor(Date.now() / 1000)) },
        ':number': { S: 'N' },
      },
      ProjectionExpression: 'pk, sk',
    },
  )
  for await (const { Items = [] } of pages)
    for (let at = 0; at < Items.length; at += 25) {
      const keys = Items.slice(at, at + 25)
      await client.send(
        new BatchWriteItemCommand({
          RequestItems: { [table]: keys.map((Key) => ({ DeleteRequest: { Key } })) },
        }),
      )
      deleted += keys.length
    }
  return deleted
}
