import { BatchGetCommand } from '@aws-sdk/lib-dynamodb'
import { getEvery } from './get-every.ts'
import type { Table } from './table.ts'

/** Of a `BatchGetItem`. */
const AT_ONCE = 100

type Attributes = Record<string, unknown>

/** Of one item in the table. */
export type Key = Readonly<Record<string, string>>

/** As an entity's `parse` takes them. */
export interface StoredItems {
  readonly Items: Attributes[]
}

/**
 * The items of several entities that are there, in no order, by one consistent request for a hundred of them. What
 * came back an entity reads by its `parse`, which leaves out those of others.
 */
export async function getTogether(table: Table, keys: readonly Key[]): Promise<StoredItems> {
  const batches = Array.from({ length: Math.ceil(keys.length / AT_ONCE) }, (_, n) =>
    keys.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
  )
  const found = await Promise.all(batches.map((batch) => getBatch(table, batch)))
  return { Items: found.flat() }
}

const getBatch = ({ name, client }: Table, batch: readonly Key[]): Promise<Attributes[]> =>
  getEvery<Attributes, Attributes>(batch, async (Keys) => {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
    )
    return { data: Responses?.[name] ?? [], unprocessed: UnprocessedKeys?.[name]?.Keys ?? [] }
  })
