import { BatchWriteCommand, type BatchWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import { getEvery } from '#adapters/dynamo/get-every'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { RosterIndex } from '#core/enrolments/ports'
import type { RosterEntryItem } from './entity.ts'
import { entriesOf } from './entries.ts'
import { rosterEntryKeys } from './keys.ts'

type Write = NonNullable<BatchWriteCommandInput['RequestItems']>[string][number]

/** As a `BatchWriteItem` takes. */
const IN_A_BATCH = 25
/** A partition takes 1,000 writes a second. */
const AT_ONCE = 4

/** Lines are put or deleted whole, whatever stood there: what is told twice, or cut off and told again, comes to the same. */
export const createRosterIndex = (table: Table): RosterIndex => {
  const items = plainItems<RosterEntryItem>(table, rosterEntryKeys)
  const put = (item: RosterEntryItem): Write => ({ PutRequest: { Item: items.stored(item) } })
  const remove = (item: RosterEntryItem): Write => ({ DeleteRequest: { Key: items.key(item) } })

  const writeBatch = (batch: readonly Write[]) =>
    getEvery<Write, never>(batch, async (some) => {
      const { UnprocessedItems } = await table.client.send(
        new BatchWriteCommand({ RequestItems: { [table.name]: some } }),
      )
      return { data: [], unprocessed: UnprocessedItems?.[table.name] ?? [] }
    })
  /** Of an item that is written several times, the last. */
  const write = async (writes: ReadonlyMap<string, Write>): Promise<void> => {
    const all = [...writes.values()]
    const batches = Array.from({ length: Math.ceil(all.length / IN_A_BATCH) }, (_, n) =>
      all.slice(n * IN_A_BATCH, (n + 1) * IN_A_BATCH),
    )
    for (let at = 0; at < batches.length; at += AT_ONCE)
      await Promise.all(batches.slice(at, at + AT_ONCE).map(writeBatch))
  }
  const named = (lines: readonly RosterEntryItem[], as: (item: RosterEntryItem) => Write) =>
    lines.map((item) => [items.key(item).sk ?? '', as(item)] as const)

  return {
    apply: (courseId, changes) =>
      write(
        new Map(
          changes.flatMap(({ isEnrolled, ...person }) =>
            named(entriesOf({ courseId, ...person }), isEnrolled ? put : remove),
          ),
        ),
      ),
    rename: (courseId, userId, before, now) => {
      const of = { courseId, userId }
      const gone = named(entriesOf({ ...of, ...before }), remove)
      return write(new Map([...gone, ...named(entriesOf({ ...of, ...now }), put)]))
    },
  }
}
