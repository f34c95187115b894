import type { CourseDraft } from '#contract/courses/course'
import { isInOrder } from '#contract/courses/properties/dates'
import { propertyLimits } from '#contract/courses/properties/limits'
import type { PropertyChanges } from '#contract/courses/properties/properties'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import type { MembershipReader } from '#core/access/ports'
import { handOf, mergeChange } from '#core/lessons/merge-change'
import { retryWhileOvertaken } from '#core/lessons/retry-while-overtaken'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import { DomainError, InvalidInput, notFound } from '#core/platform/errors'
import type { CourseEvents } from './page-ports.ts'
import type { CourseRepository, CourseWrite } from './ports.ts'
import { type CoverDeps, chooseCover } from './properties/choose-cover.ts'

export interface CourseChange {
  readonly actor: Actor
  readonly courseId: string
  readonly change: PropertyChanges & {
    readonly title?: string | undefined
    readonly summary?: string | undefined
    readonly slug?: string | undefined
    readonly revision?: number | undefined
  }
}

/** With all that is to be known of its cover. */
type Resolved = Omit<CourseChange['change'], 'cover'> & Pick<CourseWrite, 'cover'>

/**
 * Changes the draft, and at once what is not published with it: the course's address, who may see it, who may enrol.
 * The edge is told even of what stood already, so that another try mends a telling that failed.
 */
export const updateCourse = async (
  deps: CoverDeps & {
    readonly courses: Pick<CourseRepository, 'get' | 'readVersioned' | 'write'>
    readonly memberships: MembershipReader
    readonly told: CourseEvents
    readonly clock: Clock
  },
  { actor, courseId, change }: CourseChange,
): Promise<CourseDraft> => {
  const { id } = await findOwnCourse(deps, { actor, courseId }, 'settings')
  const { cover: choice, ...rest } = change
  const cover = choice && (await chooseCover(deps, id, choice))
  const course = await retryWhileOvertaken(() =>
    tryToWrite(deps, { actor, courseId, change: { ...rest, cover } }),
  )
  const { slug, visibility, enrolling, capacity } = change
  const acts = [slug, visibility, enrolling, capacity].some((one) => one !== undefined)
  if (acts && course.publishedVersion !== null) await deps.told.published(course)
  return course
}

async function tryToWrite(
  { courses, clock }: Pick<Parameters<typeof updateCourse>[0], 'courses' | 'clock'>,
  {
    actor,
    courseId,
    change: { revision: seen, ...fields },
  }: Pick<CourseChange, 'actor' | 'courseId'> & { readonly change: Resolved },
): Promise<CourseDraft | null> {
  const stored = await courses.readVersioned(courseId)
  if (!stored) throw notFound('course')
  const before = stored.item
  const merged = mergeChange(stored, { fields, seen, hand: handOf(actor, clock.now()) })
  if (!merged) return before
  // What `mergeChange` leaves of it are its own fields, and what keeps count of them.
  const set = {
    ...merged,
    ...(merged.slug === undefined ? {} : { formerSlugs: formerOf(before, `${merged.slug}`) }),
    updatedAt: clock.now().toISOString(),
  } as CourseWrite
  const after: CourseDraft = { ...before, ...(set as Partial<CourseDraft>) }
  if (!isInOrder(after))
    throw new InvalidInput(
      [{ path: 'body.endsOn', reason: say('ends_before_start') }],
      say('ends_before_start'),
    )
  if (set.capacity && set.capacity < before.enrolmentCount)
    throw new DomainError(
      'conflict',
      say('fewer_than_enrolled', { enrolled: before.enrolmentCount }),
    )
  const done = await courses.write(before, set)
  if (done === 'slug_taken')
    throw new DomainError('conflict', say('slug_taken', { slug: after.slug }))
  return done === 'written' ? after : null
}

/** The latest first. Of many the oldest does not lead here any more, so that nobody holds all names. */
const formerOf = ({ slug, formerSlugs }: CourseDraft, next: string) =>
  [slug, ...formerSlugs.filter((one) => one !== slug && one !== next)].slice(
    0,
    propertyLimits.formerSlugs,
  )
