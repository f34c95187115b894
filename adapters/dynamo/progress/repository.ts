import { unlessRefused } from '#adapters/dynamo/condition'
import type { StoredItems } from '#adapters/dynamo/get-together'
import { ENTITY_FIELD, type Table } from '#adapters/dynamo/table'
import { LessonProgress } from '#contract/progress/progress'
import type { ProgressRepository, StoredProgress } from '#core/progress/ports'
import { PROGRESS, type ProgressItem, progressEntity } from './entity.ts'

export const createProgressRepository = (table: Table): ProgressRepository => {
  const progresses = progressEntity(table)

  return {
    list: async (userId, courseId) => {
      const { data } = await progresses.query
        .ofUserInCourse({ userId, courseId })
        .go({ pages: 'all', consistent: true })
      return data.map((item) => LessonProgress.parse(item))
    },
    get: async (userId, courseId, lessonId) => {
      const { data } = await progresses.get({ userId, courseId, lessonId }).go({ consistent: true })
      return data && toStored(data)
    },
    save: (userId, courseId, progress, revision) =>
      unlessRefused(
        progresses
          .put({ userId, courseId, ...progress, revision: (revision ?? 0) + 1 })
          .where((stored, { eq, notExists }) => {
            if (revision === null) return notExists(stored.updatedAt)
            // Items from before there were revisions have none.
            return revision === 0 ? notExists(stored.revision) : eq(stored.revision, revision)
          })
          .go(),
      ),
  }
}

/**
 * What items of any entities say of lessons, by the contract's own schema: their attributes have its names. For the
 * hundred lessons of a course ElectroDB's `parse` takes a fifth of all that opening it costs the processor.
 */
export const progressOf = ({ Items }: StoredItems): LessonProgress[] =>
  Items.flatMap((item) => (item[ENTITY_FIELD] === PROGRESS ? [LessonProgress.parse(item)] : []))

export const toStored = (item: ProgressItem): StoredProgress => ({
  progress: LessonProgress.parse(item),
  revision: item.revision ?? 0,
})
