import { contentKeys } from '#contract/courses/content'
import { contentPrefixes } from '#contract/courses/content-paths'
import type { CourseId } from '#contract/platform/ids'
import type { CourseSession } from '#contract/progress/progress'
import { findOpenCourse } from '#core/access/member'
import type { CourseRepository } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { Actor } from '#core/platform/actor'
import { findLesson } from '#core/progress/find-lesson'
import { keepCount } from '#core/progress/keep-count'
import type { ProgressRepository } from '#core/progress/ports'
import { type ContentSession, openPrefix, type SessionDeps } from './content-session.ts'
import type { EnrolmentRepository } from './ports.ts'

export const openCourse = async (
  deps: SessionDeps & {
    courses: CourseRepository
    enrolments: EnrolmentRepository
    progress: ProgressRepository
    syllabus: SyllabusReader
  },
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<{ course: CourseSession; session: ContentSession }> => {
  const [{ publishedVersion, enrolment }, progress] = await Promise.all([
    findOpenCourse(deps, { actor, courseId }),
    deps.progress.list(actor.userId, courseId),
  ])
  if (enrolment) await keepCount(deps, enrolment, progress, publishedVersion)
  // Where they go on. Other videos cost a read each, and whoever plays one looks at its length first.
  const last = enrolment?.lastLessonId ?? null
  const lesson = last && (await findLesson(deps.syllabus, courseId, last))
  const prefix = contentPrefixes.member(courseId, publishedVersion)
  const session = await openPrefix(deps, siteHost, prefix)
  return {
    session,
    course: {
      courseId,
      version: publishedVersion,
      outlineUrl: `/${contentKeys.outline(courseId, publishedVersion)}`,
      ...session.ends,
      progress: progress.map((one) =>
        lesson && one.lessonId === lesson.id ? kindOf(lesson.kind).within(one, lesson) : one,
      ),
      lastLessonId: last,
    },
  }
}
