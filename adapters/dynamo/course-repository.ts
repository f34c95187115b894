import { Service } from 'electrodb'
import { CourseCard, type CourseDraft, CoursePage } from '#contract/models/course'
import { Lesson, Module } from '#contract/models/lesson'
import type { CourseRepository, PublishedVideo } from '#core/ports/courses'
import { commit } from './commit.ts'
import { isConditionFailure } from './condition.ts'
import { withCursor } from './cursor.ts'
import { courseEntity, slugEntity } from './entities/course.ts'
import { lessonEntity, moduleEntity } from './entities/outline.ts'
import { syllabusEntity, writeLessons } from './entities/syllabus.ts'
import { getEvery } from './get-every.ts'
import type { Table } from './table.ts'

type CourseItem = Omit<CourseDraft, 'id' | 'ownerId' | 'publishedVersion' | 'publishedAt'> & {
  id: string
  ownerId: string
  publishedVersion?: number | undefined
  publishedAt?: string | undefined
  page?: CoursePage | undefined
  videos?: readonly PublishedVideo[] | undefined
}

export const createCourseRepository = (table: Table): CourseRepository => {
  const courses = courseEntity(table)
  const slugs = slugEntity(table)
  const modules = moduleEntity(table)
  const lessons = lessonEntity(table)
  const naming = new Service({ courses, slugs })
  const outline = new Service({ modules, lessons })
  const publication = new Service({ courses, syllabuses: syllabusEntity(table) })

  const getItem = async (id: string) =>
    (await courses.get({ id }).go({ consistent: true })).data as CourseItem | null
  /** In the order of the ids; without those that are not there. */
  const getItems = async (ids: readonly string[]) => {
    const keys = ids.map((id) => ({ id }))
    const found = await getEvery(keys, (some) => courses.get(some).go({ consistent: true }))
    const items = new Map(found.map((item) => [item.id, item as CourseItem]))
    return ids.flatMap((id) => items.get(id) ?? [])
  }
  const findItem = async (idOrSlug: string) => {
    if (idOrSlug.startsWith('crs_')) return getItem(idOrSlug)
    const { data } = await slugs.get({ slug: idOrSlug }).go({ consistent: true })
    return data ? getItem(data.courseId) : null
  }
  const draftOrNull = (item: CourseItem | null) => (item ? toDraft(item) : null)

  return {
    get: async (id) => draftOrNull(await getItem(id)),
    findByIdOrSlug: async (idOrSlug) => draftOrNull(await findItem(idOrSlug)),

    create: async ({ publishedVersion: _version, publishedAt: _at, ...course }) => {
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

    update: async (id, change) => {
      await courses.patch({ id }).set(change).go()
    },

    listByOwner: (ownerId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await courses.query
          .byOwner({ ownerId })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: data.map((item) => toDraft(item as CourseItem)), nextCursor: next }
      }),

    listAll: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await slugs.query
          .ofSite({ site: 'all' })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        const items = await getItems(data.map(({ courseId }) => courseId))
        return { items: items.map(toDraft), nextCursor: next }
      }),

    listContents: async (courseId) => {
      const { data } = await outline.collections
        .outline({ courseId })
        .go({ pages: 'all', consistent: true })
      return {
        modules: data.modules.map((item) => Module.parse(item)),
        lessons: data.lessons.map((item) =>
          Lesson.parse(item.kind === 'video' ? { assetId: null, ...item } : item),
        ),
      }
    },
    addModule: (module) => unlessThere(modules.create(module).go()),
    addLesson: (lesson) => unlessThere(lessons.create(toLessonItem(lesson)).go()),
    saveModule: async (module) => {
      await modules.put(module).go()
    },
    saveLesson: async (lesson) => {
      await lessons.put(toLessonItem(lesson)).go()
    },
    deleteModule: async (courseId, id) => {
      await modules.delete({ courseId, id }).go()
    },
    deleteLesson: async (courseId, id) => {
      await lessons.delete({ courseId, id }).go()
    },

    publish: (page, { courseId, version, lessons }, expected, videos) =>
      commit(() =>
        publication.transaction
          .write(({ courses, syllabuses }) => [
            courses
              .patch({ id: page.id })
              .set({
                page,
                videos,
                catalogue: 'all',
                publishedVersion: page.version,
                publishedAt: page.publishedAt,
              })
              .where(({ publishedVersion }, { eq, notExists }) =>
                expected === null ? notExists(publishedVersion) : eq(publishedVersion, expected),
              )
              .commit(),
            syllabuses.put({ courseId, version, lessons: writeLessons(lessons.values()) }).commit(),
          ])
          .go(),
      ),

    listPublishedVideos: async (id) => [...((await getItem(id))?.videos ?? [])],

    getPublished: async (idOrSlug) => {
      const item = await findItem(idOrSlug)
      return item ? toPage(item) : null
    },

    listPublished: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await courses.query
          .inCatalogue({ catalogue: 'all' })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: data.flatMap((item) => toCard(item as CourseItem) ?? []), nextCursor: next }
      }),

    getCards: async (ids) => {
      const cards = (await getItems(ids)).flatMap((item) => toCard(item) ?? [])
      return new Map(cards.map((card) => [card.id, card]))
    },
  }
}

const toLessonItem = (lesson: Lesson) =>
  lesson.kind === 'video' ? { ...lesson, assetId: lesson.assetId ?? undefined } : lesson

const unlessThere = async (creation: Promise<unknown>): Promise<void> => {
  try {
    await creation
  } catch (error) {
    if (!isConditionFailure(error)) throw error
  }
}

const toDraft = (item: CourseItem): CourseDraft => ({
  id: item.id as CourseDraft['id'],
  slug: item.slug,
  title: item.title,
  summary: item.summary,
  ownerId: item.ownerId,
  createdAt: item.createdAt,
  updatedAt: item.updatedAt,
  publishedVersion: item.publishedVersion ?? null,
  publishedAt: item.publishedAt ?? null,
  enrolmentCount: item.enrolmentCount,
})

/** The enrolments are counted on the item, after the page was made. */
const toPage = (item: CourseItem): CoursePage | null =>
  item.page ? CoursePage.parse({ ...item.page, enrolmentCount: item.enrolmentCount }) : null

const toCard = (item: CourseItem): CourseCard | null => {
  const page = toPage(item)
  return page ? CourseCard.parse(page) : null
}
