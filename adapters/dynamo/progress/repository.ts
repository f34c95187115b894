import type { Table } from '#adapters/dynamo/table'
import type { ProgressRepository, StoredProgress } from '#core/progress/ports'
import { progressItems, settledProgressItems } from './items.ts'
import { readLearned } from './read-learned.ts'
import { readSettled } from './settled.ts'
import { progressOf, toStored } from './stored.ts'

export const createProgressRepository = (table: Table): ProgressRepository => {
  const progresses = progressItems(table)
  const findSettled = createFindSettled(table)

  return {
    list: async (userId, courseId) => progressOf(await readLearned(table, { userId, courseId })),
    get: async (userId, courseId, lessonId) => {
      const found = await progresses.get({ userId, courseId, lessonId })
      return found ? toStored(found) : findSettled(userId, courseId, lessonId)
    },
    save: (userId, courseId, progress, revision) =>
      progresses.put(
        { userId, courseId, ...progress, revision: Math.abs(revision ?? 0) + 1 },
        asItWas(revision),
      ),
  }
}

const asItWas = (revision: number | null) => {
  if (revision === null || revision < 0) return { holds: 'attribute_not_exists(updatedAt)' }
  // Items from before there were revisions have none.
  if (revision === 0) return { holds: 'attribute_not_exists(revision)' }
  return { holds: 'revision = :revision', values: { revision } }
}

/**
 * For whoever found no item of the lesson's own. Its revision is below zero: such an item must not be there when it is
 * saved. Its next is counted on from that, so that no two items that a lesson ever had stand at the same.
 */
export const createFindSettled = (table: Table) => {
  const settled = settledProgressItems(table)
  return async (
    userId: string,
    courseId: string,
    lessonId: string,
  ): Promise<StoredProgress | null> => {
    const item = await settled.get({ userId, courseId })
    const found = item && readSettled(item.lessons).get(lessonId)
    return found ? { ...found, revision: -found.revision } : null
  }
}
