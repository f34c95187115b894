import { type AccessTerms, accessAt } from '#contract/enrolments/access'
import type { Enrolment } from '#contract/progress/progress'
import { say } from '#contract/say'
import type { Clock } from '#core/platform/clock'
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

/**
 * The actor's enrolment in a course, with what was read beside it; without one, the course is not among theirs.
 * @throws DomainError `forbidden` where teachers suspended it, or its last day is over
 */
export async function findMembership<L extends Learning>(
  read: ReadLearning<L>,
  { actor, courseId }: OfCourse,
  now: Date,
): Promise<Enrolled<L>> {
  const found = await read(actor.userId, courseId)
  if (!isEnrolled(found)) throw notFound('course_of_mine')
  requireAccess(found.enrolment, now)
  return found
}

/** @throws DomainError `forbidden`, with why */
export function requireAccess(terms: AccessTerms, now: Date): void {
  const access = accessAt(terms, now)
  if (access === 'suspended') throw new DomainError('forbidden', say('access_suspended'))
  if (access === 'ended')
    throw new DomainError('forbidden', say('access_ended', { day: terms.endsOn ?? '' }))
}

const isEnrolled = <L extends Learning>(found: L): found is Enrolled<L> => found.enrolment !== null

interface OpenDeps {
  readonly published: PublishedReader
  readonly memberships: MembershipReader
}

/**
 * A published course that the actor may learn: who is enrolled, and without enrolling those who teach it. What these
 * have just published they see at once, so nothing remembered is enough for them. Who is enrolled costs nothing more.
 * @throws DomainError `forbidden` for whom its teachers shut out; `conflict` where an earlier version of Lectern published it, whose content opens to nobody
 */
export async function findOpenCourse<L extends Learning>(
  deps: OpenDeps,
  read: ReadLearning<L>,
  { actor, courseId }: OfCourse,
  now: Date,
): Promise<L & { readonly version: number }> {
  const [found, learning] = await Promise.all([
    deps.published.find(
      courseId,
      (remembered) => !standsAbove(actor, remembered) && !remembered.outdated,
    ),
    read(actor.userId, courseId),
  ])
  const { enrolment } = learning
  const mayLearn = enrolment && accessAt(enrolment, now) === 'open'
  const isLearnt = mayLearn || (found && standsAbove(actor, found))
  const course = isLearnt ? found : await findTaught(deps, { actor, courseId })
  // Who teaches it looks at it whatever was said of them as a learner.
  if (!course && found && enrolment) requireAccess(enrolment, now)
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
  readonly enrolments: {
    get(userId: string, courseId: string): Promise<(Enrolment & AccessTerms) | null>
  }
  readonly clock: Clock
}

/**
 * Who may read what a course tells its people: who is enrolled, by their enrolment, and who teaches it, by null.
 * @throws DomainError `forbidden` for whom its teachers shut out
 */
export async function findReader(
  deps: ReaderDeps,
  { actor, courseId }: OfCourse,
): Promise<Enrolment | null> {
  const now = deps.clock.now()
  const enrolment = await deps.enrolments.get(actor.userId, courseId)
  if (enrolment && accessAt(enrolment, now) === 'open') return enrolment
  const [course, member] = await Promise.all([
    deps.courses.get(courseId),
    deps.memberships.get(courseId, actor.userId),
  ])
  if (course && (member || standsAbove(actor, course))) return null
  if (enrolment) requireAccess(enrolment, now)
  throw notFound('course_of_mine')
}
