import type { StoredItems } from '#adapters/dynamo/get-together'
import { readPartition } from '#adapters/dynamo/read-partition'
import type { Table } from '#adapters/dynamo/table'
import { settledProgressItems } from './items.ts'
import { apartIn } from './stored.ts'

/** So many lessons of a learner in a course have an item of their own; of more, all but the latest settle. */
const MOST_APART = 10

/** A learner's whole partition of a course, and has lessons that nobody works at lie together from then on. */
export async function readLearned(
  table: Table,
  of: { readonly userId: string; readonly courseId: string },
): Promise<StoredItems> {
  const found = await readPartition(table, settledProgressItems(table).key(of))
  const apart = apartIn(found)
  if (apart.length > MOST_APART) {
    // One reading in ten needs it, so no start loads it.
    const { settle } = await import('./settle.ts')
    await settle(table, of, found)
  }
  return found
}
