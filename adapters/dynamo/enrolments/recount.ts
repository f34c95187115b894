import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { unlessRefused } from '#adapters/dynamo/condition'
import type { Table } from '#adapters/dynamo/table'
import { enrolmentCountEntity, memberEntity } from './count-entity.ts'
import { enrolmentEntity } from './entity.ts'
import { memberOf, PARTS } from './keys.ts'
import { createMoveEarlier } from './move-earlier.ts'

/** As `EnrolmentCounter` promises it. */
export async function recount(table: Table, courseId: string): Promise<number> {
  const enrolments = enrolmentEntity(table)
  const members = memberEntity(table)
  const counts = enrolmentCountEntity(table)
  const moveEarlier = createMoveEarlier(table)
  const books = new Service({ members, counts, enrolments })

  /** Under the condition that it still is so: whatever changes afterwards, the stream tells. */
  const mend = (courseId: string, userId: string, enrolmentId: string | undefined) => {
    const enrolled = enrolmentId !== undefined
    return commit(() =>
      books.transaction
        .write(({ enrolments, members, counts }) => [
          enrolments
            .check({ userId, courseId })
            .where(({ id }, { exists, notExists }) => (enrolled ? exists(id) : notExists(id)))
            .commit(),
          enrolled
            ? members.create({ ...memberOf(courseId, userId), enrolmentId }).commit()
            : members
                .delete(memberOf(courseId, userId))
                .where(({ userId }, { exists }) => exists(userId))
                .commit(),
          counts
            .upsert({ courseId })
            .add({ enrolled: enrolled ? 1 : -1 })
            .commit(),
        ])
        .go(),
    )
  }

  const readMembers = async (courseId: string) => {
    const parts = Array.from({ length: PARTS }, (_, part) =>
      members.query.ofCourse({ courseId, part }).go({ pages: 'all', consistent: true }),
    )
    const found = (await Promise.all(parts)).flatMap(({ data }) => data)
    return new Set(found.map(({ userId }) => userId))
  }
  const readEnrolled = async (courseId: string) => {
    const { data } = await enrolments.query.ofCourse({ courseId }).go({ pages: 'all' })
    return new Map(data.map(({ userId, id }) => [userId, id]))
  }
  /** Somebody lost the count or changed it by hand: with the count as the condition. */
  const mendSum = async (courseId: string): Promise<boolean> => {
    const { data } = await counts.get({ courseId }).go({ consistent: true })
    const sum = (await readMembers(courseId)).size
    if ((data?.enrolled ?? 0) === sum) return false
    return unlessRefused(
      counts
        .upsert({ courseId })
        .set({ enrolled: sum })
        .where(({ enrolled }, { eq, notExists }) =>
          data ? eq(enrolled, data.enrolled) : notExists(enrolled),
        )
        .go(),
    )
  }

  const [enrolled, counted] = await Promise.all([readEnrolled(courseId), readMembers(courseId)])
  let mended = 0
  // The index may be late; the condition knows.
  for (const userId of new Set([...enrolled.keys(), ...counted])) {
    const isEnrolled = enrolled.has(userId)
    if (isEnrolled === counted.has(userId)) continue
    // The condition asks where enrolments lie now.
    if (isEnrolled) await moveEarlier(userId, courseId)
    if (await mend(courseId, userId, enrolled.get(userId))) mended += 1
  }
  return mended + ((await mendSum(courseId)) ? 1 : 0)
}
