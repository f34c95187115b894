import { withCursor } from '#adapters/dynamo/cursor'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import { CourseFacts } from '#contract/courses/properties/properties'
import { CourseId } from '#contract/platform/ids'
import type { CourseRepository } from '#core/courses/ports'
import { doorsOf, toCard, toPublic } from './card.ts'
import type { CourseItem, SlugItem } from './entity.ts'
import { courseKeys, slugKeys } from './keys.ts'
import { type CourseWithCount, courseReads } from './read-courses.ts'

export type CourseReader = Pick<
  CourseRepository,
  'get' | 'findByIdOrSlug' | 'findPublic' | 'listPublished' | 'listAll'
>

/** As learners and visitors ask for courses. */
export const createCourseReader = (table: Table): CourseReader => {
  const courses = plainItems<CourseItem>(table, courseKeys)
  const slugs = plainItems<SlugItem>(table, slugKeys)
  const reads = courseReads(table)
  const idOf = async (idOrSlug: string): Promise<string | null> =>
    idOrSlug.startsWith('crs_')
      ? idOrSlug
      : ((await slugs.get({ slug: idOrSlug }))?.courseId ?? null)
  const read = async (id: string | null) =>
    id ? ((await reads.courses([id])).get(id) ?? null) : null
  const draftOrNull = (found: CourseWithCount | null) => found && toDraft(found)

  return {
    get: async (id) => draftOrNull(await read(id)),
    findByIdOrSlug: async (idOrSlug) => draftOrNull(await read(await idOf(idOrSlug))),

    findPublic: async (idOrSlug) => {
      const found = await read(await idOf(idOrSlug))
      return found && toPublic(found)
    },

    listAll: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { items, nextCursor } = await slugs.query(
          slugKeys.indexes.ofSite,
          { site: 'all' },
          { limit, cursor, newestFirst: true },
        )
        const ids = items.map(({ courseId }) => courseId)
        return { items: inOrder(ids, await reads.courses(ids)), nextCursor }
      }),

    listPublished: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { items, nextCursor } = await courses.query(
          courseKeys.indexes.inCatalogue,
          { catalogue: 'all' },
          { limit, cursor, newestFirst: true },
        )
        const cards = items.flatMap(({ card }) => card ?? [])
        const enrolled = await reads.counts(cards.map(({ id }) => id))
        return { items: cards.map((card) => toCard(card, enrolled.get(card.id) ?? 0)), nextCursor }
      }),
  }
}

/** Without those that are not there. */
export const inOrder = (
  ids: readonly string[],
  found: ReadonlyMap<string, CourseWithCount>,
): CourseDraft[] =>
  ids.flatMap((id) => {
    const one = found.get(id)
    return one ? toDraft(one) : []
  })

export const toDraft = (found: CourseWithCount): CourseDraft => ({
  ...stored(found),
  ...CourseFacts.parse(found.course),
  ...doorsOf(found),
})

const stored = ({ course: item, enrolled }: CourseWithCount) => ({
  id: CourseId.parse(item.id),
  slug: item.slug,
  title: item.title,
  summary: item.summary,
  ownerId: item.ownerId,
  ownerName: item.ownerName ?? '',
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  publishedVersion: item.publishedVersion ?? null,
  publishedAt: item.publishedAt ?? null,
  outdated: item.publishedVersion !== undefined && item.contentLayout !== CONTENT_LAYOUT,
  enrolmentCount: enrolled,
  description: item.description ?? '',
  formerSlugs: item.formerSlugs ?? [],
  copying: item.copying === 'yes',
  revision: item.revision,
})
