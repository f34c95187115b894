import type { CourseDraft } from '#contract/courses/course'
import type { Standing } from '#contract/memberships/team'
import { say } from '#contract/say'
import { standsAs } from '#core/access/own-course'
import { requireRole } from '#core/access/site-role'
import type { MembershipRepository } from '#core/memberships/ports'
import type { Actor } from '#core/platform/actor'
import type { Page, PageRequest } from '#core/platform/page'
import type { CourseRepository } from './ports.ts'

interface ListDeps {
  readonly courses: Pick<CourseRepository, 'listAll' | 'listByOwner' | 'getEvery'>
  readonly memberships: Pick<MembershipRepository, 'listOf'>
}

type Taught = CourseDraft & { readonly me: Standing }

/** The courses that the actor teaches: their own, newest first, then those of others; admins may ask for everybody's. */
export const listDrafts = async (
  deps: ListDeps,
  { actor, whose, ...page }: PageRequest & { actor: Actor; whose: 'mine' | 'all' },
): Promise<Page<Taught>> => {
  requireRole(actor, whose === 'all' ? 'admin' : 'learner', say('admins_see_all'))
  if (whose === 'all') return toTaught(actor, await deps.courses.listAll(page))
  const { cursor, limit } = page
  if (cursor?.startsWith(OF_OTHERS))
    return listOfOthers(deps, actor, { limit, cursor: cursor.slice(OF_OTHERS.length) || undefined })
  const own = toTaught(actor, await deps.courses.listByOwner(actor.userId, page))
  if (own.nextCursor !== null) return own
  const left = limit - own.items.length
  if (left === 0) return { ...own, nextCursor: OF_OTHERS }
  const others = await listOfOthers(deps, actor, { limit: left })
  return { items: [...own.items, ...others.items], nextCursor: others.nextCursor }
}

/** Before a cursor of the second of the two lists; alone it is where that begins. */
const OF_OTHERS = 'others-'

const toTaught = (actor: Actor, { items, nextCursor }: Page<CourseDraft>): Page<Taught> => ({
  items: items.map((course) => ({ ...course, me: toStanding(standsAs(actor, course)) })),
  nextCursor,
})

const toStanding = ({ role, rights }: ReturnType<typeof standsAs>): Standing => ({
  role,
  rights: [...rights],
})

async function listOfOthers(
  { courses, memberships }: ListDeps,
  { userId }: Actor,
  page: PageRequest,
): Promise<Page<Taught>> {
  const { items, nextCursor } = await memberships.listOf(userId, page)
  const standings = new Map<string, Standing>(
    items.map(({ courseId, membership: { role, rights } }) => [courseId, { role, rights }]),
  )
  const found = await courses.getEvery([...standings.keys()])
  return {
    items: found.flatMap((course) => {
      const me = standings.get(course.id)
      return me ? [{ ...course, me }] : []
    }),
    nextCursor: nextCursor && OF_OTHERS + nextCursor,
  }
}
