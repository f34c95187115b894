import { lessonKey, prefixOf } from '#contract/courses/content-paths'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { LessonSession } from '#contract/progress/progress'
import { asksForProgress, waitsOf } from '#contract/rules/release'
import { say } from '#contract/say'
import { findOpenCourse } from '#core/access/member'
import type { MembershipReader } from '#core/access/ports'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import type { Actor } from '#core/platform/actor'
import { DomainError, notFound } from '#core/platform/errors'
import { completedIn } from '#core/progress/keep-count'
import type { LearnerReader } from '#core/progress/ports'
import { type ContentSession, openPrefix, type SessionDeps } from './content-session.ts'

export interface OpenLessonDeps extends SessionDeps {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly memberships: MembershipReader
  readonly learner: Pick<LearnerReader, 'inCourse' | 'atLesson'>
  readonly syllabus: Pick<SyllabusReader, 'get'>
}

/**
 * Lets a member of the course into one lesson that does not lie with the others, if it is open to them now. One read of
 * the table, where course and syllabus are remembered: of enrolment and lesson, or of all that they did in the course where
 * a rule asks for that.
 */
export async function openLesson(
  deps: OpenLessonDeps,
  input: { actor: Actor; courseId: CourseId; lessonId: LessonId; siteHost: string },
): Promise<{ lesson: LessonSession; session: ContentSession }> {
  const course = await findOpenCourse(
    deps,
    learnerAt(deps, input.lessonId),
    input,
    deps.clock.now(),
  )
  const { courseId, lessonId, siteHost } = input
  const syllabus = await deps.syllabus.get(
    courseId,
    ({ version, lessons }) => version === course.version && lessons.has(lessonId),
  )
  if (!syllabus?.lessons.has(lessonId)) throw notFound('lesson')
  const { version, release } = syllabus
  // What was remembered of the course may be from before a rule came that asks for more.
  const progress =
    course.isWhole || !asksForProgress(release, lessonId)
      ? course.progress
      : (await deps.learner.inCourse(input.actor.userId, courseId)).progress
  const lesson = { id: lessonId, audience: syllabus.audiences.get(lessonId) }
  const learner = {
    enrolledAt: course.enrolment?.enrolledAt ?? null,
    completed: completedIn(progress),
  }
  if (waitsOf(release, lesson, learner, deps.clock.now()).length > 0)
    throw new DomainError('forbidden', say('lesson_not_open'))
  const placed = { ...lesson, rules: release.rules.get(lessonId) }
  const session = await openPrefix(deps, siteHost, prefixOf(courseId, version, placed))
  return {
    lesson: { contentUrl: `/${lessonKey(courseId, version, placed)}`, ...session.ends },
    session,
  }
}

/** The enrolment, and what of the learner's progress says whether the lesson is open to them. */
const learnerAt =
  ({ learner, syllabus }: Pick<OpenLessonDeps, 'learner' | 'syllabus'>, lessonId: LessonId) =>
  async (userId: string, courseId: string) => {
    const known = await syllabus.get(courseId)
    if (known && asksForProgress(known.release, lessonId))
      return { ...(await learner.inCourse(userId, courseId)), isWhole: true }
    const { enrolment, stored } = await learner.atLesson(userId, courseId, lessonId)
    return { enrolment, progress: stored ? [stored.progress] : [], isWhole: false }
  }
