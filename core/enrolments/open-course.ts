import { contentKeys } from '#contract/courses/content'
import type { CourseId } from '#contract/platform/ids'
import type { CourseSession } from '#contract/progress/progress'
import { findOpenCourse } from '#core/access/member'
import type { ContentSigner } from '#core/courses/content-ports'
import type { CourseRepository } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { findLesson } from '#core/progress/find-lesson'
import { keepCount } from '#core/progress/keep-count'
import type { LearningRepository } from '#core/progress/ports'

/** Long enough for a long lecture with a break; short enough that leaving a course means leaving it. */
export const SESSION_SECONDS = 6 * 3600

/** When a session that opens now ends. */
export const sessionEnd = (clock: Clock): Date =>
  new Date(clock.now().getTime() + SESSION_SECONDS * 1000)

export const openCourse = async (
  deps: {
    courses: CourseRepository
    learning: LearningRepository
    syllabus: SyllabusReader
    signer: ContentSigner
    clock: Clock
  },
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<{ session: CourseSession; cookies: Record<string, string> }> => {
  const [{ publishedVersion, enrolment }, progress] = await Promise.all([
    findOpenCourse(deps, { actor, courseId }),
    deps.learning.listProgress(actor.userId, courseId),
  ])
  if (enrolment) await keepCount(deps, enrolment, progress, publishedVersion)
  // Where they go on. Other videos cost a read each, and whoever plays one looks at its length first.
  const last = enrolment?.lastLessonId ?? null
  const lesson = last && (await findLesson(deps.syllabus, courseId, last))
  const expiresAt = sessionEnd(deps.clock)
  return {
    session: {
      courseId,
      version: publishedVersion,
      outlineUrl: `/${contentKeys.outline(courseId, publishedVersion)}`,
      expiresAt: expiresAt.toISOString(),
      lastsSeconds: SESSION_SECONDS,
      progress: progress.map((one) =>
        lesson && one.lessonId === lesson.id ? kindOf(lesson.kind).within(one, lesson) : one,
      ),
      lastLessonId: last,
    },
    cookies: await deps.signer.signCourse(siteHost, courseId, expiresAt),
  }
}
