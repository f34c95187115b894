import { withCursor } from '#adapters/dynamo/cursor'
import { getTogether } from '#adapters/dynamo/get-together'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { Membership } from '#contract/memberships/team'
import type { MembershipReader } from '#core/access/ports'
import type { MembershipRepository } from '#core/memberships/ports'
import type { MembershipItem } from './entity.ts'
import { createHandOver } from './hand-over.ts'
import { membershipKeys } from './keys.ts'

const { inCourse, ofPerson } = membershipKeys.indexes

/** For who decides by it alone. */
export const createMembershipReader = (table: Table): MembershipReader => {
  const items = plainItems<MembershipItem>(table, membershipKeys)
  return {
    get: async (courseId, userId) => {
      const found = await items.get({ courseId, userId })
      return found && toMembership(found)
    },
  }
}

/** For who lists a person's courses, too. */
export const createMembershipLists = (
  table: Table,
): Pick<MembershipRepository, 'get' | 'listOf'> => {
  const items = plainItems<MembershipItem>(table, membershipKeys)
  return {
    ...createMembershipReader(table),

    listOf: (userId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const asked = { limit, cursor, newestFirst: true }
        const { items: listed, nextCursor } = await items.query(ofPerson, { userId }, asked)
        const keys = listed.map(({ courseId }) => items.key({ courseId, userId }))
        const stored = items.read(await getTogether(table, keys))
        const byCourse = new Map(stored.map((one) => [one.courseId, toMembership(one)]))
        return {
          items: listed.flatMap(({ courseId }) => {
            const membership = byCourse.get(courseId)
            return membership ? [{ courseId, membership }] : []
          }),
          nextCursor,
        }
      }),
  }
}

export const createMembershipRepository = (
  table: Table,
): MembershipRepository & {
  /** Takes a person's name away in every course; answers in how many they are. */
  forget(userId: string): Promise<number>
} => {
  const items = plainItems<MembershipItem>(table, membershipKeys)
  return {
    ...createMembershipLists(table),

    list: async (courseId) => {
      const found = await items.queryAll(inCourse, { courseId })
      return found.map(toMembership).sort((one, other) => (one.addedAt < other.addedAt ? -1 : 1))
    },

    add: (courseId, membership) => items.put({ courseId, ...membership }, IS_NOT_THERE),

    write: (courseId, { userId, revision }, { role, rights, revision: next }) =>
      items.update(
        { courseId, userId },
        { role, rights, revision: next },
        { holds: 'revision = :seen', values: { seen: revision } },
      ),

    remove: (courseId, userId) => items.deleteFound({ courseId, userId }),
    handOver: createHandOver(table),

    forget: async (userId) => {
      const all = await items.queryAll(ofPerson, { userId })
      for (const { courseId } of all)
        await items.update(
          { courseId, userId },
          { name: '' },
          { holds: 'attribute_exists(addedAt)' },
        )
      return all.length
    },
  }
}

const toMembership = ({
  userId,
  name,
  role,
  rights,
  addedAt,
  revision,
}: MembershipItem): Membership => ({ userId, name, role, rights, addedAt, revision })
