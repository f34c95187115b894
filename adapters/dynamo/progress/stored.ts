import type { StoredItems } from '#adapters/dynamo/get-together'
import { ENTITY_FIELD } from '#adapters/dynamo/table'
import { LessonProgress } from '#contract/progress/progress'
import { joinProgress } from '#core/progress/join-progress'
import type { StoredProgress } from '#core/progress/ports'
import type { ProgressItem } from './entity.ts'
import { PROGRESS } from './keys.ts'
import { settledIn } from './settled.ts'

/** All that items of any entities say of lessons. */
export const progressOf = (found: StoredItems): LessonProgress[] => {
  const all = new Map(
    [...(settledIn(found)?.lessons ?? [])].map(([lessonId, { progress }]) => [lessonId, progress]),
  )
  for (const { progress } of apartIn(found)) {
    const settled = all.get(progress.lessonId)
    all.set(progress.lessonId, settled ? joinProgress(settled, progress) : progress)
  }
  return [...all.values()]
}

/**
 * The lessons that have an item of their own, by the contract's own schema: their attributes have its names. For the
 * hundred lessons of a course ElectroDB's `parse` takes a fifth of all that opening it costs the processor.
 */
export const apartIn = ({ Items }: StoredItems): StoredProgress[] =>
  Items.flatMap((item) => (isProgress(item) ? [toStored(item)] : []))

export const toStored = (item: ProgressItem): StoredProgress => ({
  progress: LessonProgress.parse(item),
  revision: item.revision ?? 0,
})

// The table's items are what we wrote; the schema looks at all but the revision.
const isProgress = (item: object): item is ProgressItem =>
  ENTITY_FIELD in item && item[ENTITY_FIELD] === PROGRESS
