import type { z } from 'zod'

/** What became of an item that is stored. */
export type ChangeKind = 'created' | 'changed' | 'removed'

/** One change that the table tells of, possibly more than once: the item as it is now, or as it last was. */
export interface Change<Item = unknown> {
  readonly entity: string
  readonly kind: ChangeKind
  readonly item: Item
}

export interface Failure {
  readonly entity: string
  /** Of the row's `by`; null for an item that could not be read. */
  readonly key: string | null
  /** What has to be told again. */
  readonly changes: readonly Change[]
  readonly error: unknown
}

/** What a noun does because an item of an entity changed. */
export interface Reaction {
  readonly entity: string
  readonly on: readonly ChangeKind[]
  /** Those of its changes that a batch holds, in their order. */
  apply(changes: readonly Change[]): Promise<Failure[]>
}

/** A row of the registry. Told twice, or told all over again from the start, it ends with the same. */
export interface ReactionRow<Item> {
  readonly entity: string
  readonly on: readonly ChangeKind[]
  /** What it reads of an item. */
  readonly item: z.ZodType<Item>
  /** Changes with the same key are applied in one, and fail in one. */
  by(item: Item): string
  apply(key: string, changes: readonly Change<Item>[]): Promise<void>
}

export const reaction = <Item>({ entity, on, item, by, apply }: ReactionRow<Item>): Reaction => ({
  entity,
  on,
  apply: async (changes) => {
    const read = changes.map((change) => ({ change, parsed: item.safeParse(change.item) }))
    const unread = read.flatMap(({ change, parsed }) =>
      parsed.success ? [] : [{ entity, key: null, changes: [change], error: parsed.error }],
    )
    const known = read.flatMap(({ change, parsed }) =>
      parsed.success ? [{ change, own: { ...change, item: parsed.data } }] : [],
    )
    const failed = await Promise.all(
      [...Map.groupBy(known, ({ own }) => by(own.item))].map(async ([key, ofKey]) => {
        try {
          await apply(
            key,
            ofKey.map(({ own }) => own),
          )
          return []
        } catch (error) {
          return [{ entity, key, changes: ofKey.map(({ change }) => change), error }]
        }
      }),
    )
    return [...unread, ...failed.flat()]
  },
})

/** Tells each reaction of what it follows in a batch; answers what failed. */
export async function react(
  reactions: readonly Reaction[],
  changes: readonly Change[],
): Promise<Failure[]> {
  const failed = await Promise.all(
    reactions.map(async ({ entity, on, apply }) => {
      const own = changes.filter((change) => change.entity === entity && on.includes(change.kind))
      return own.length > 0 ? apply(own) : []
    }),
  )
  return failed.flat()
}
