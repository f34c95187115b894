import type { CourseDraft } from '#contract/courses/course'
import { findOwnCourse } from '#core/access/own-course'
import { mergeChange } from '#core/lessons/merge-change'
import { retryWhileOvertaken } from '#core/lessons/retry-while-overtaken'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { notFound } from '#core/platform/errors'
import type { CourseRepository } from './ports.ts'

export interface CourseChange {
  readonly actor: Actor
  readonly courseId: string
  readonly change: {
    readonly title?: string | undefined
    readonly summary?: string | undefined
    readonly revision?: number | undefined
  }
}

export const updateCourse = async (
  { courses, clock }: { courses: CourseRepository; clock: Clock },
  { actor, courseId, change: { revision: seen, ...fields } }: CourseChange,
): Promise<CourseDraft> => {
  await findOwnCourse({ courses }, { actor, courseId })
  return retryWhileOvertaken(async () => {
    const stored = await courses.readVersioned(courseId)
    if (!stored) throw notFound('course')
    const merged = mergeChange(stored, { fields, seen })
    if (!merged) return stored.item
    const set = { ...merged, updatedAt: clock.now().toISOString() }
    return (await courses.write(courseId, set, stored.item.revision))
      ? { ...stored.item, ...set }
      : null
  })
}
