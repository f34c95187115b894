import { getTogether } from '#adapters/dynamo/get-together'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import type { Table } from '#adapters/dynamo/table'
import type { LearnerNames } from '#core/enrolments/ports'
import { enrolmentItems } from './items.ts'
import { enrolmentKeys } from './keys.ts'

/** Names as enrolments have them: of a course's learners by one request for a hundred. */
export const createLearnerNames = (table: Table): LearnerNames => {
  const enrolments = enrolmentItems(table)
  const roster = createRosterIndex(table)
  return {
    inCourse: async (courseId, userIds) => {
      const keys = [...new Set(userIds)].map((userId) => enrolments.key({ userId, courseId }))
      const found = enrolments.read(await getTogether(table, keys))
      return new Map(found.flatMap(({ userId, name }) => (name ? [[userId, name]] : [])))
    },
    forget: async (userId) => {
      const all = await enrolments.queryAll(enrolmentKeys.indexes.lastActive, { userId })
      for (const { courseId } of all) {
        const item = await enrolments.get({ userId, courseId })
        const nobody = { name: '', address: '' }
        if (item) await roster.rename(courseId, userId, { ...nobody, ...item }, nobody)
        await enrolments.update({ userId, courseId }, nobody, { holds: 'attribute_exists(id)' })
      }
      return all.length
    },
  }
}
