import type { Enrolment } from '#contract/progress/progress'
import { say } from '#contract/say'
import { DomainError, notFound } from '#core/platform/errors'
import { type OfCourse, standsAbove } from './own-course.ts'
import type {
  Learning,
  MembershipReader,
  OpenedCourse,
  PublishedReader,
  ReadLearning,
  TeachingReaders,
} from './ports.ts'

type Enrolled<L extends Learning> = L & { readonly enrolment: NonNullable<L['enrolment']> }

/** The actor's enrolment in a course, with what was read beside it; without one, the course is not among theirs. */
export async function findMembership<L extends Learning>(
  read: ReadLearning<L>,
  { actor, courseId }: OfCourse,
): Promise<Enrolled<L>> {
  const found = await read(actor.userId, courseId)
  if (!isEnrolled(found)) throw notFound('course_of_mine')
  return found
}

const isEnrolled = <L extends Learning>(found: L): found is Enrolled<L> => found.enrolment !== null

interface OpenDeps {
  readonly published: PublishedReader
  readonly memberships: MembershipReader
}

/**
 * A published course that the actor may learn: who is enrolled, and without enrolling those who teach it. What these
 * have just published they see at once, so nothing remembered is enough for them. Who is enrolled costs nothing more.
 * @throws DomainError `conflict` where an earlier version of Lectern published it, whose content opens to nobody
 */
export async function findOpenCourse<L extends Learning>(
  deps: OpenDeps,
  read: ReadLearning<L>,
  { actor, courseId }: OfCourse,
): Promise<L & { readonly version: number }> {
  const [found, learning] = await Promise.all([
    deps.published.find(
      courseId,
      (remembered) => !standsAbove(actor, remembered) && !remembered.outdated,
    ),
    read(actor.userId, courseId),
  ])
  const isLearnt = learning.enrolment || (found && standsAbove(actor, found))
  const course = isLearnt ? found : await findTaught(deps, { actor, courseId })
  if (!course) throw notFound('course_of_mine')
  if (course.outdated) throw new DomainError('conflict', say('published_by_earlier'))
  return { ...learning, version: course.version }
}

/** For who is neither enrolled nor, as far as is remembered, the owner: as the table says now. */
async function findTaught(
  { published, memberships }: OpenDeps,
  { actor, courseId }: OfCourse,
): Promise<OpenedCourse | null> {
  const [course, member] = await Promise.all([
    published.find(courseId, () => false),
    memberships.get(courseId, actor.userId),
  ])
  return course && (member || standsAbove(actor, course)) ? course : null
}

interface ReaderDeps extends TeachingReaders {
  readonly enrolments: { get(userId: string, courseId: string): Promise<Enrolment | null> }
}

/** Who may read what a course tells its people: who is enrolled, by their enrolment, and who teaches it, by null. */
export async function findReader(
  deps: ReaderDeps,
  { actor, courseId }: OfCourse,
): Promise<Enrolment | null> {
  const enrolment = await deps.enrolments.get(actor.userId, courseId)
  if (enrolment) return enrolment
  const [course, member] = await Promise.all([
    deps.courses.get(courseId),
    deps.memberships.get(courseId, actor.userId),
  ])
  if (course && (member || standsAbove(actor, course))) return null
  throw notFound('course_of_mine')
}
