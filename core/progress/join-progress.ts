import type { LessonProgress } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'

type Place = Pick<LessonProgress, 'positionSeconds' | 'updatedAt'>

/** Where a learner was later; of the same moment, the place further on. */
export const laterPlace = (one: Place, other: Place): Place => {
  const { positionSeconds, updatedAt } =
    other.updatedAt > one.updatedAt ||
    (other.updatedAt === one.updatedAt && other.positionSeconds > one.positionSeconds)
      ? other
      : one
  return { positionSeconds, updatedAt }
}

/**
 * All that two say of one lesson. Whichever comes first, and however often, it comes to the same: what was said twice
 * counts once, so a copy can lie beside what it was made of.
 */
export const joinProgress = (one: LessonProgress, other: LessonProgress): LessonProgress => ({
  lessonId: one.lessonId,
  ...laterPlace(one, other),
  watched: unionOfRanges(one.watched, other.watched),
  completed: one.completed || other.completed,
})
