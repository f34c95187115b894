import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { withCursor } from '#adapters/dynamo/cursor'
import { enrolmentCountEntity } from '#adapters/dynamo/enrolments/count-entity'
import { getEvery } from '#adapters/dynamo/get-every'
import type { Table } from '#adapters/dynamo/table'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import { CourseId } from '#contract/platform/ids'
import type { CourseRepository } from '#core/courses/ports'
import { toCard } from './card.ts'
import { type CourseItem, courseEntity, slugEntity } from './entity.ts'
import { syllabusEntity, writeAudiences, writeLessons } from './syllabus-entity.ts'

export const createCourseRepository = (table: Table): CourseRepository => {
  const courses = courseEntity(table)
  const slugs = slugEntity(table)
  const counts = enrolmentCountEntity(table)
  const naming = new Service({ courses, slugs })
  const publication = new Service({ courses, syllabuses: syllabusEntity(table) })

  const getItem = async (id: string) => (await courses.get({ id }).go({ consistent: true })).data
  /** In the order of the ids; without those that are not there. */
  const getItems = async (ids: readonly string[]) => {
    const keys = ids.map((id) => ({ id }))
    const found = await getEvery(keys, (some) => courses.get(some).go({ consistent: true }))
    const items = new Map(found.map((item) => [item.id, item]))
    return ids.flatMap((id) => items.get(id) ?? [])
  }
  const findItem = async (idOrSlug: string) => {
    if (idOrSlug.startsWith('crs_')) return getItem(idOrSlug)
    const { data } = await slugs.get({ slug: idOrSlug }).go({ consistent: true })
    return data ? getItem(data.courseId) : null
  }
  const countEnrolled = async (ids: readonly string[]): Promise<(id: string) => number> => {
    const keys = [...new Set(ids)].map((courseId) => ({ courseId }))
    const found = await getEvery(keys, (some) => counts.get(some).go({ consistent: true }))
    const enrolled = new Map(found.map((count) => [count.courseId, count.enrolled]))
    return (id) => enrolled.get(id) ?? 0
  }
  const toDrafts = async (items: readonly CourseItem[]) => {
    const enrolled = await countEnrolled(items.map(({ id }) => id))
    return items.map((item) => toDraft(item, enrolled(item.id)))
  }
  const toCards = async (items: readonly Pick<CourseItem, 'card'>[]) => {
    const cards = items.flatMap(({ card }) => card ?? [])
    const enrolled = await countEnrolled(cards.map(({ id }) => id))
    return cards.map((card) => toCard(card, enrolled(card.id)))
  }
  const draftOrNull = async (item: CourseItem | null) =>
    (await toDrafts(item ? [item] : []))[0] ?? null

  return {
    get: async (id) => draftOrNull(await getItem(id)),
    findByIdOrSlug: async (idOrSlug) => draftOrNull(await findItem(idOrSlug)),

    create: async ({
      publishedVersion: _version,
      publishedAt: _at,
      outdated: _outdated,
      enrolmentCount: _,
      ...course
    }) => {
      const { slug, id: courseId, createdAt } = course
      const created = await commit(() =>
        naming.transaction
          .write(({ courses, slugs }) => [
            slugs.create({ slug, courseId, createdAt }).commit(),
            courses.create(course).commit(),
          ])
          .go(),
      )
      return created ? 'created' : 'slug_taken'
    },

    readVersioned: async (id) => {
      const item = await getItem(id)
      const draft = await draftOrNull(item)
      return draft && { item: draft, changed: item?.changed ?? {} }
    },

    write: (id, fields, revision) =>
      commit(() =>
        publication.transaction
          .write(({ courses }) => [
            courses
              .patch({ id })
              .set(fields)
              .where((stored, { eq }) => eq(stored.revision, revision))
              .commit(),
          ])
          .go(),
      ),

    listByOwner: (ownerId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await courses.query
          .byOwner({ ownerId })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        const items = await getItems(data.map(({ id }) => id))
        return { items: await toDrafts(items), nextCursor: next }
      }),

    listAll: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await slugs.query
          .ofSite({ site: 'all' })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        const items = await getItems(data.map(({ courseId }) => courseId))
        return { items: await toDrafts(items), nextCursor: next }
      }),

    publish: (card, { courseId, version, lessons, audiences }, expected) =>
      commit(() =>
        publication.transaction
          .write(({ courses, syllabuses }) => [
            courses
              .patch({ id: card.id })
              .set({
                card,
                catalogue: 'all',
                publishedVersion: card.version,
                publishedAt: card.publishedAt,
                contentLayout: CONTENT_LAYOUT,
              })
              .where(({ publishedVersion }, { eq, notExists }) =>
                expected === null ? notExists(publishedVersion) : eq(publishedVersion, expected),
              )
              .commit(),
            syllabuses
              .put({
                courseId,
                version,
                lessons: writeLessons(lessons.values()),
                audiences: writeAudiences(audiences),
              })
              .commit(),
          ])
          .go(),
      ),

    findCard: async (idOrSlug) => {
      const item = await findItem(idOrSlug)
      return (await toCards(item ? [item] : []))[0] ?? null
    },

    listPublished: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await courses.query
          .inCatalogue({ catalogue: 'all' })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: await toCards(data), nextCursor: next }
      }),
  }
}

const toDraft = (item: CourseItem, enrolmentCount: number): CourseDraft => ({
  id: CourseId.parse(item.id),
  slug: item.slug,
  title: item.title,
  summary: item.summary,
  ownerId: item.ownerId,
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  publishedVersion: item.publishedVersion ?? null,
  publishedAt: item.publishedAt ?? null,
  outdated: item.publishedVersion !== undefined && item.contentLayout !== CONTENT_LAYOUT,
  enrolmentCount,
  revision: item.revision,
})
