import type { MyCourse } from '#contract/progress/progress'
import { requireRole } from '#core/access/site-role'
import type { PublishedCourses } from '#core/courses/ports'
import type { Actor } from '#core/platform/actor'
import type { Page, PageRequest } from '#core/platform/page'
import type { EnrolmentRepository } from './ports.ts'

/** The actor’s courses, last active first across all pages. */
export const listMyCourses = async (
  deps: {
    readonly published: Pick<PublishedCourses, 'cards'>
    readonly enrolments: Pick<EnrolmentRepository, 'listOf'>
  },
  { actor, page }: { actor: Actor; page: PageRequest },
): Promise<Page<MyCourse>> => {
  requireRole(actor, 'learner')
  const { items, nextCursor } = await deps.enrolments.listOf(actor.userId, page)
  const cards = await deps.published.cards(items.map(({ courseId }) => courseId))
  const courses = items.flatMap(({ courseId, ...enrolment }) => {
    const course = cards.get(courseId)
    if (!course) return []
    const { enrolledAt, lastLessonId, lastActiveAt } = enrolment
    // Counted of the version before, until the course is opened again.
    const completedLessons = Math.min(enrolment.completedLessons, course.lessonCount)
    return [{ course, enrolledAt, completedLessons, lastLessonId, lastActiveAt }]
  })
  return { items: courses, nextCursor }
}
