import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import {
  additions,
  assignments,
  assignmentsOnce,
  type Condition,
  expressionOf,
  named,
  placeholders,
  unlessRefused,
} from './condition.ts'
import { keyFromCursor, toCursor } from './cursor.ts'
import type { Key, StoredItems } from './get-together.ts'
import {
  type Declared,
  type DeclaredIndex,
  isIn,
  keyIn,
  machinery,
  notes,
  sortFrom,
} from './plain-keys.ts'
import type { Table } from './table.ts'

type Attributes = Readonly<Record<string, unknown>>

const IS_THERE = 'attribute_exists(pk) AND attribute_exists(sk)'
export const IS_NOT_THERE: Condition = {
  holds: 'attribute_not_exists(pk) AND attribute_not_exists(sk)',
}

/** What becomes of an item's attributes. */
interface Changes<Item> {
  readonly set?: Partial<Item>
  readonly once?: Partial<Item>
  readonly remove?: readonly (keyof Item & string)[]
}

interface Asked {
  readonly limit?: number
  readonly cursor?: string | undefined
  readonly newestFirst?: boolean
  /** No further than to these: the first of the sort key's attributes. @default to the end */
  readonly until?: Attributes
}

interface Found<Item> {
  readonly items: Item[]
  readonly nextCursor: string | null
}

/**
 * Items of one entity as ElectroDB reads and writes them, by the SDK alone: for what is called most, and for functions
 * that start often. ElectroDB takes a tenth of a heartbeat and a sixth of a start (`npm run bench:functions`). Strong
 * reads, but for those of an index. A write that is refused by its condition answers false.
 */
export const plainItems = <Item extends Attributes>(
  { name: TableName, client }: Table,
  declared: Declared,
) => {
  const { model, indexes } = declared
  const isMachinery = machinery(declared)
  const all = Object.values(indexes)
  const [main] = all
  if (!main || main.index) throw new Error(`The first index of ${model.entity} is not the table’s.`)
  const own = notes(model)
  const isOurs = (item: Attributes) =>
    item.__edb_e__ === own.__edb_e__ && item.__edb_v__ === own.__edb_v__
  // The table's items are what we wrote.
  const toItem = (item: Attributes) =>
    Object.fromEntries(Object.entries(item).filter(([field]) => !isMachinery.has(field))) as Item
  const key = (of: Attributes) => keyIn(declared, main, of)
  const read = ({ Items }: StoredItems): Item[] => Items.filter(isOurs).map(toItem)
  /** With the keys of the indexes that it is in: of which it has all attributes. */
  const stored = (item: Item): Record<string, unknown> => {
    const keys = all.filter(isIn(item)).map((index) => keyIn(declared, index, item))
    return { ...item, ...Object.assign({}, ...keys), ...own }
  }
  /** `set` beside what the item has anyway, by which the keys of its indexes are made; `once` where nothing stands yet. */
  const toUpdate = (of: Attributes, changes: Changes<Item>, condition: Condition) => {
    const { set = {}, once = {}, remove = [] } = changes
    const touches = (names: readonly string[]) => (index: DeclaredIndex) =>
      index.index &&
      [...index.pk.composite, ...index.sk.composite].some((one) => names.includes(one))
    const after: Attributes = { ...of, ...set }
    const keys = all.filter(touches(Object.keys(set))).filter(isIn(after))
    const left = all.filter(touches(remove)).flatMap(({ pk, sk }) => [pk.field, sk.field])
    const written: Attributes = {
      ...set,
      ...Object.assign({}, ...keys.map((index) => keyIn(declared, index, after))),
    }
    const removed = [...remove, ...left].map((field) => `#${field}`)
    return {
      Update: {
        TableName,
        Key: key(of),
        UpdateExpression: [
          `SET ${[...assignments(written), ...assignmentsOnce(once)].join(', ')}`,
          ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
        ].join(' '),
        ExpressionAttributeNames: placeholders([
          ...Object.keys({ ...written, ...once }),
          ...[...remove, ...left],
        ]),
        ConditionExpression: condition.holds,
        ExpressionAttributeValues: named({ ...written, ...once, ...condition.values }),
      },
    }
  }
  const toPut = (item: Item, condition: Condition) => ({
    Put: { TableName, Item: stored(item), ...expressionOf(condition) },
  })
  const ask = async (index: DeclaredIndex, of: Attributes, page: Asked) => {
    const { field } = index.pk
    const pk = keyIn(declared, index, of)[field]
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        ...(index.index ? { IndexName: index.index } : { ConsistentRead: true }),
        KeyConditionExpression: `${field} = :pk AND ${
          page.until
            ? `${index.sk.field} BETWEEN :sk AND :until`
            : `begins_with(${index.sk.field}, :sk)`
        }`,
        ExpressionAttributeValues: {
          ':pk': pk,
          ':sk': sortFrom(declared, index, of),
          // Behind every other attribute that follows in the key.
          ...(page.until && {
            ':until': `${keyIn(declared, index, { ...of, ...page.until })[index.sk.field]}~`,
          }),
        },
        ScanIndexForward: !page.newestFirst,
        ...(page.limit && { Limit: page.limit }),
        ...(page.cursor && { ExclusiveStartKey: keyFromCursor(page.cursor, { [field]: pk }) }),
      }),
    )
    return { Items, nextCursor: toCursor(LastEvaluatedKey) }
  }
  /**
   * A page of those that have the partition of one of its indexes in common, by their sort keys; of these, what `of` says
   * is what they begin with.
   */
  const query = async (
    index: DeclaredIndex,
    of: Attributes,
    page: Asked = {},
  ): Promise<Found<Item>> => {
    const { Items, nextCursor } = await ask(index, of, page)
    return { items: read({ Items }), nextCursor }
  }

  return {
    key,
    /** Of items of any entities, its own. */
    read,
    stored,
    /** By which an item is known as one of these: for one that an update may make. */
    marks: own,
    get: async (of: Attributes): Promise<Item | null> => {
      const asked = { TableName, Key: key(of), ConsistentRead: true }
      const { Item: found } = await client.send(new GetCommand(asked))
      return found ? toItem(found) : null
    },
    put: (item: Item, condition: Condition): Promise<boolean> =>
      unlessRefused(client.send(new PutCommand(toPut(item, condition).Put))),
    /** For a transaction. */
    toPut,
    toDelete: (of: Attributes, condition: Condition) => ({
      Delete: { TableName, Key: key(of), ...expressionOf(condition) },
    }),
    /** Counts something, of an item that is made where there is none. */
    toAdd: (of: Attributes, by: Partial<Record<keyof Item, number>>, condition?: Condition) => {
      const set = { ...of, ...own }
      return {
        Update: {
          TableName,
          Key: key(of),
          UpdateExpression: [`SET ${assignments(set).join(', ')}`, `ADD ${additions(by)}`].join(
            ' ',
          ),
          ExpressionAttributeNames: placeholders(Object.keys({ ...set, ...by })),
          ...(condition && { ConditionExpression: condition.holds }),
          ExpressionAttributeValues: named({ ...set, ...by, ...condition?.values }),
        },
      }
    },
    toUpdate,
    /** Of an item that is there; `once` is set where nothing stands yet. */
    update: (
      of: Attributes,
      set: Partial<Item>,
      condition: Condition,
      once: Partial<Item> = {},
    ): Promise<boolean> => {
      const holds = `${IS_THERE} AND (${condition.holds})`
      const { Update } = toUpdate(of, { set, once }, { ...condition, holds })
      return unlessRefused(client.send(new UpdateCommand(Update)))
    },
    /** The same of an item that is made where there is none. */
    upsert: (of: Attributes, set: Partial<Item>, condition: Condition): Promise<boolean> => {
      const { Update } = toUpdate(of, { set: { ...of, ...set, ...own } }, condition)
      return unlessRefused(client.send(new UpdateCommand(Update)))
    },
    delete: async (of: Attributes): Promise<void> => {
      await client.send(new DeleteCommand({ TableName, Key: key(of) }))
    },
    /** The same of an item that is there; false where there is none. */
    deleteFound: (of: Attributes): Promise<boolean> =>
      unlessRefused(
        client.send(new DeleteCommand({ TableName, Key: key(of), ConditionExpression: IS_THERE })),
      ),
    query,
    /** The keys alone of such a page, for an index that holds no more. */
    queryKeys: async (
      index: DeclaredIndex,
      of: Attributes,
      page: Asked,
    ): Promise<{ readonly keys: Key[]; readonly nextCursor: string | null }> => {
      const { Items, nextCursor } = await ask(index, of, page)
      const keys = Items.filter(isOurs).map((item) => ({ pk: item.pk, sk: item.sk }))
      return { keys, nextCursor }
    },
    /** The same to the end of the list. */
    queryAll: async (index: DeclaredIndex, of: Attributes): Promise<Item[]> => {
      const found: Item[] = []
      let cursor: string | null | undefined
      do {
        const page: Found<Item> = await query(index, of, { cursor: cursor ?? undefined })
        found.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return found
    },
  }
}
