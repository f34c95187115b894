import { lessonKey, prefixOf } from '#contract/courses/content-paths'
import { isOpen } from '#contract/lessons/gate/is-open'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { LessonSession } from '#contract/progress/progress'
import { say } from '#contract/say'
import { findOpenCourse } from '#core/access/member'
import type { MembershipReader } from '#core/access/ports'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { Actor } from '#core/platform/actor'
import { DomainError, notFound } from '#core/platform/errors'
import { type ContentSession, openPrefix, type SessionDeps } from './content-session.ts'
import type { EnrolmentRepository } from './ports.ts'

export interface OpenLessonDeps extends SessionDeps {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly memberships: MembershipReader
  readonly enrolments: Pick<EnrolmentRepository, 'get'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
}

/**
 * Lets a member of the course into one lesson that does not lie with the others, if its gate is open now. One read of
 * the table, where course and syllabus are remembered.
 */
export async function openLesson(
  deps: OpenLessonDeps,
  input: { actor: Actor; courseId: CourseId; lessonId: LessonId; siteHost: string },
): Promise<{ lesson: LessonSession; session: ContentSession }> {
  const course = await findOpenCourse(deps, membershipIn(deps), input)
  const { courseId, lessonId, siteHost } = input
  const syllabus = await deps.syllabus.get(
    courseId,
    ({ version, lessons }) => version === course.version && lessons.has(lessonId),
  )
  if (!syllabus?.lessons.has(lessonId)) throw notFound('lesson')
  const { version } = syllabus
  const audience = syllabus.audiences.get(lessonId)
  if (!isOpen(audience, deps.clock.now()))
    throw new DomainError('forbidden', say('lesson_not_open'))
  const placed = { id: lessonId, audience }
  const session = await openPrefix(deps, siteHost, prefixOf(courseId, version, placed))
  return {
    lesson: { contentUrl: `/${lessonKey(courseId, version, placed)}`, ...session.ends },
    session,
  }
}

const membershipIn =
  ({ enrolments }: Pick<OpenLessonDeps, 'enrolments'>) =>
  async (userId: string, courseId: string) => ({
    enrolment: await enrolments.get(userId, courseId),
  })
