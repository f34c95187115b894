import { accessAt } from '#contract/enrolments/access'
import type { Learner, Roster, rosterSorts } from '#contract/enrolments/roster'
import { mayIn } from '#contract/people/course-rights'
import { findStanding, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import type { PublishedCourses } from '#core/courses/ports'
import type { EnrolmentRecord } from '#core/enrolments/ports'
import type { Clock } from '#core/platform/clock'
import type { Page, PageRequest } from '#core/platform/page'
import type { RosterReader } from './ports.ts'

export interface ListLearnersDeps extends TeachingReaders {
  readonly published: Pick<PublishedCourses, 'find'>
  readonly roster: RosterReader
  readonly clock: Clock
}

interface Asked extends OfCourse, PageRequest {
  readonly sort: (typeof rosterSorts)[number]
  readonly search: string
}

/**
 * A course's learners. Everybody of its team sees who they are and how far; addresses, and who has which, only those
 * who may manage them.
 */
export async function listLearners(
  deps: ListLearnersDeps,
  { actor, courseId, ...asked }: Asked,
): Promise<Roster> {
  const { course, me } = await findStanding(deps, { actor, courseId }, 'read')
  const manages = mayIn(me, 'people')
  const [page, published] = await Promise.all([
    findLearners(deps.roster, course.id, asked, manages),
    deps.published.find(course.id),
  ])
  const lessons = published?.card.lessonCount ?? 0
  return {
    title: course.title,
    slug: course.slug,
    enrolling: course.enrolling,
    enrolled: course.enrolmentCount,
    lessons,
    me: { role: me.role, rights: [...me.rights] },
    items: page.items.map((one) => toLearner(one, lessons, manages, deps.clock.now())),
    nextCursor: page.nextCursor,
  }
}

export const toLearner = (
  { userId, name = '', address, enrolledAt, lastActiveAt, ...one }: EnrolmentRecord,
  lessons: number,
  manages: boolean,
  now: Date,
): Learner => ({
  ...{ userId, name, enrolledAt, lastActiveAt },
  email: (manages && address) || null,
  // Counted of the version before, until they open the course again.
  completedLessons: Math.min(one.completedLessons, lessons),
  access: accessAt(one, now),
  endsOn: one.endsOn || null,
})

/** Before a cursor of addresses that were looked for because no name began so. */
const BY_ADDRESS = 'address-'

async function findLearners(
  roster: RosterReader,
  courseId: string,
  { sort, search, ...page }: Omit<Asked, keyof OfCourse>,
  manages: boolean,
): Promise<Page<EnrolmentRecord>> {
  if (search === '')
    return sort === 'name' ? roster.byName(courseId, page) : roster.byActivity(courseId, page)
  const { cursor, limit } = page
  const goesOn = cursor?.startsWith(BY_ADDRESS) ?? false
  if (!goesOn && !search.includes('@')) {
    const named = await roster.named(courseId, search, page)
    // Whoever may not know addresses learns from no answer that there is one.
    if (named.items.length > 0 || named.nextCursor || cursor || !manages) return named
  }
  if (!manages) return { items: [], nextCursor: null }
  const place = goesOn ? cursor?.slice(BY_ADDRESS.length) : cursor
  const found = await roster.addressed(courseId, search, { limit, cursor: place })
  return { ...found, nextCursor: found.nextCursor && BY_ADDRESS + found.nextCursor }
}
