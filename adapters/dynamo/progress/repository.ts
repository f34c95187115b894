import { unlessRefused } from '#adapters/dynamo/condition'
import type { Table } from '#adapters/dynamo/table'
import type { ProgressRepository, StoredProgress } from '#core/progress/ports'
import { progressEntity } from './entity.ts'
import { readLearned } from './read-learned.ts'
import { readSettled } from './settled.ts'
import { settledProgressEntity } from './settled-entity.ts'
import { progressOf, toStored } from './stored.ts'

export const createProgressRepository = (table: Table): ProgressRepository => {
  const progresses = progressEntity(table)
  const findSettled = createFindSettled(table)

  return {
    list: async (userId, courseId) => progressOf(await readLearned(table, { userId, courseId })),
    get: async (userId, courseId, lessonId) => {
      const { data } = await progresses.get({ userId, courseId, lessonId }).go({ consistent: true })
      return data ? toStored(data) : findSettled(userId, courseId, lessonId)
    },
    save: (userId, courseId, progress, revision) =>
      unlessRefused(
        progresses
          .put({ userId, courseId, ...progress, revision: Math.abs(revision ?? 0) + 1 })
          .where((stored, { eq, notExists }) => {
            if (revision === null || revision < 0) return notExists(stored.updatedAt)
            // Items from before there were revisions have none.
            return revision === 0 ? notExists(stored.revision) : eq(stored.revision, revision)
          })
          .go(),
      ),
  }
}

/**
 * For whoever found no item of the lesson's own. Its revision is below zero: such an item must not be there when it is
 * saved. Its next is counted on from that, so that no two items that a lesson ever had stand at the same.
 */
export const createFindSettled = (table: Table) => {
  const settled = settledProgressEntity(table)
  return async (
    userId: string,
    courseId: string,
    lessonId: string,
  ): Promise<StoredProgress | null> => {
    const { data } = await settled.get({ userId, courseId }).go({ consistent: true })
    const found = data && readSettled(data.lessons).get(lessonId)
    return found ? { ...found, revision: -found.revision } : null
  }
}
