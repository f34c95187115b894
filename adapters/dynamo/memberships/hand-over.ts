import { commitPlain } from '#adapters/dynamo/commit'
import type { CourseItem } from '#adapters/dynamo/courses/entity'
import { courseKeys } from '#adapters/dynamo/courses/keys'
import { IS_NOT_THERE, plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { MembershipRepository } from '#core/memberships/ports'
import type { MembershipItem } from './entity.ts'
import { membershipKeys } from './keys.ts'

/** Owner and memberships in one transaction: at no moment has a course two owners, or none. */
export const createHandOver = (table: Table): MembershipRepository['handOver'] => {
  const courses = plainItems<CourseItem>(table, courseKeys)
  const members = plainItems<MembershipItem>(table, membershipKeys)
  return async ({ id: courseId, ownerId, createdAt }, next, former) => {
    const refused = await commitPlain(table, [
      courses.toUpdate(
        { id: courseId, createdAt },
        { set: { ownerId: next.userId, ownerName: next.name } },
        { holds: 'ownerId = :from', values: { from: ownerId } },
      ),
      members.toDelete(
        { courseId, userId: next.userId },
        { holds: 'attribute_exists(pk) AND attribute_exists(sk)' },
      ),
      members.toPut({ courseId, ...former }, IS_NOT_THERE),
    ])
    return refused === null
  }
}

/** Takes a person's name away where they own courses; answers of how many. */
export const createForgetOwner = (table: Table) => {
  const courses = plainItems<CourseItem>(table, courseKeys)
  return async (userId: string): Promise<number> => {
    const owned = await courses.queryAll(courseKeys.indexes.byOwner, { ownerId: userId })
    for (const { id } of owned)
      await courses.update(
        { id },
        { ownerName: '' },
        { holds: 'ownerId = :them', values: { them: userId } },
      )
    return owned.length
  }
}
