import { contentKeys } from '#contract/courses/content'
import { contentPrefixes } from '#contract/courses/content-paths'
import type { CourseId, LessonId } from '#contract/platform/ids'
import { chooseLesson } from '#contract/progress/choose-lesson'
import type { CourseSession } from '#contract/progress/progress'
import { waitsOf } from '#contract/rules/release'
import { findOpenCourse } from '#core/access/member'
import type { MembershipReader } from '#core/access/ports'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import type { Actor } from '#core/platform/actor'
import { personName } from '#core/platform/person-name'
import { findLesson } from '#core/progress/find-lesson'
import { completedIn, keepCount } from '#core/progress/keep-count'
import type { LearnerReader } from '#core/progress/ports'
import { type ContentSession, openPrefix, type SessionDeps } from './content-session.ts'
import type { EnrolmentRecord, EnrolmentRepository, RosterIndex } from './ports.ts'

export interface OpenCourseDeps extends SessionDeps {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly memberships: MembershipReader
  readonly learner: Pick<LearnerReader, 'inCourse'>
  readonly enrolments: Pick<EnrolmentRepository, 'setCompletedLessons' | 'rename'>
  readonly syllabus: SyllabusReader
  readonly roster: Pick<RosterIndex, 'rename'>
}

/** One query of the table, where course, syllabus and the length of the last video are remembered. */
export const openCourse = async (
  deps: OpenCourseDeps,
  input: { actor: Actor; courseId: CourseId; siteHost: string; address: string },
): Promise<{ course: CourseSession; session: ContentSession }> => {
  const { version, enrolment, progress } = await findOpenCourse(
    deps,
    deps.learner.inCourse,
    input,
    deps.clock.now(),
  )
  const { courseId, siteHost } = input
  if (enrolment) await keepCount(deps, enrolment, progress, version)
  if (enrolment) await keepKnown(deps, enrolment, input)
  // Where they go on. Other videos cost a read each, and whoever plays one looks at its length first.
  const last = enrolment?.lastLessonId ?? null
  const lesson = last && (await findLesson(deps.syllabus, courseId, last))
  const next = enrolment && (await findNext(deps, enrolment, version, progress))
  const session = await openPrefix(deps, siteHost, contentPrefixes.member(courseId, version))
  return {
    session,
    course: {
      courseId,
      version,
      outlineUrl: `/${contentKeys.outline(courseId, version)}`,
      ...session.ends,
      enrolledAt: enrolment?.enrolledAt ?? null,
      progress: progress.map((one) =>
        lesson && one.lessonId === lesson.id ? kindOf(lesson.kind).within(one, lesson) : one,
      ),
      lastLessonId: last,
      opensLessonId: next ?? null,
    },
  }
}

/** Writes alone where the token says another name or address than the time before. */
async function keepKnown(
  { enrolments, roster }: Pick<OpenCourseDeps, 'enrolments' | 'roster'>,
  { userId, courseId, name = '', address = '' }: EnrolmentRecord,
  input: { readonly actor: Actor; readonly address: string },
): Promise<void> {
  const now = { name: personName(input.actor.name), address: input.address }
  if (now.name === name && now.address === address) return
  // The index first: told again, both come to the same.
  await roster.rename(courseId, userId, { name, address }, now)
  await enrolments.rename(userId, courseId, now)
}

/** The count above has read the same syllabus. */
async function findNext(
  { syllabus, clock }: Pick<OpenCourseDeps, 'syllabus' | 'clock'>,
  { courseId, enrolledAt, lastLessonId }: EnrolmentRecord,
  version: number,
  progress: CourseSession['progress'],
): Promise<LessonId | undefined> {
  const published = await syllabus.get(courseId, (known) => known.version === version)
  if (!published) return undefined
  const { lessons, audiences, release } = published
  const learner = { enrolledAt, completed: completedIn(progress) }
  const now = clock.now()
  const mayOpen = ({ id }: { id: string }) =>
    waitsOf(release, { id, audience: audiences.get(id) }, learner, now).length === 0
  return chooseLesson([...lessons.values()], lastLessonId, progress, mayOpen)?.id
}
