import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Key, StoredItems } from './get-together.ts'
import type { Table } from './table.ts'

/**
 * All that lies in the partition of one item, of whatever entity, by one consistent query: a megabyte a page. Each
 * entity reads its own by its `parse`.
 */
export async function readPartition({ name, client }: Table, key: Key): Promise<StoredItems> {
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': key.pk },
    },
  )
  const found: StoredItems['Items'] = []
  for await (const { Items = [] } of pages) found.push(...Items)
  return { Items: found }
}
