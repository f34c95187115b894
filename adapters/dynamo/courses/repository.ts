import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { withCursor } from '#adapters/dynamo/cursor'
import { placeOf, publicationEntity } from '#adapters/dynamo/publishing/entity'
import { writeRelease } from '#adapters/dynamo/publishing/release-text'
import type { Table } from '#adapters/dynamo/table'
import { countedOf } from '#adapters/dynamo/versioned'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import type { CourseRepository } from '#core/courses/ports'
import { createCourseReader, inOrder, toDraft } from './course-reader.ts'
import { courseEntity, slugEntity } from './entity.ts'
import { courseReads } from './read-courses.ts'
import { toStoredCard } from './stored-card.ts'
import { syllabusEntity } from './syllabus-entity.ts'
import { orderOf, writeAudiences, writeLessons } from './syllabus-text.ts'
import { createCourseWriter } from './write-course.ts'

export const createCourseRepository = (table: Table): CourseRepository => {
  const courses = courseEntity(table)
  const slugs = slugEntity(table)
  const reads = courseReads(table)
  const naming = new Service({ courses, slugs })
  const publication = new Service({
    courses,
    syllabuses: syllabusEntity(table),
    publications: publicationEntity(table),
  })

  const getDrafts = async (ids: readonly string[]): Promise<CourseDraft[]> =>
    inOrder(ids, await reads.courses(ids))

  return {
    ...createCourseReader(table),

    create: async (draft) => {
      const { slug, id: courseId, createdAt } = draft
      const { title, summary, ownerId, ownerName, updatedAt, revision } = draft
      const course = {
        ...{ id: courseId, slug, title, summary, ownerId, ownerName },
        ...{ createdAt, updatedAt, revision },
      }
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
      const found = (await reads.courses([id])).get(id)
      return found ? { item: toDraft(found), ...countedOf(found.course) } : null
    },

    write: createCourseWriter(table),
    getEvery: getDrafts,

    listByOwner: (ownerId, { cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await courses.query
          .byOwner({ ownerId })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: await getDrafts(data.map(({ id }) => id)), nextCursor: next }
      }),

    publish: (
      card,
      { courseId, version, lessons, audiences, release },
      { expected, visibility, ownerName },
      entry,
    ) => {
      const written = writeLessons(lessons.values())
      return commit(() =>
        publication.transaction
          .write(({ courses, syllabuses, publications }) => [
            courses
              .patch({ id: card.id })
              .set({
                card: toStoredCard(card),
                ...(ownerName !== undefined && { ownerName }),
                catalogue: visibility === 'public' ? 'all' : 'none',
                publishedVersion: card.version,
                publishedAt: card.publishedAt,
                contentLayout: CONTENT_LAYOUT,
              })
              .where((stored, { eq, notExists }) => {
                const version = stored.publishedVersion
                const isExpected = expected === null ? notExists(version) : eq(version, expected)
                const isSeen = eq(stored.visibility, visibility)
                return visibility === 'public'
                  ? `${isExpected} AND (${notExists(stored.visibility)} OR ${isSeen})`
                  : `${isExpected} AND ${isSeen}`
              })
              .commit(),
            syllabuses
              .put({
                courseId,
                version,
                lessons: written,
                audiences: writeAudiences(audiences),
                release: writeRelease(release, orderOf(written)),
              })
              .commit(),
            publications.create({ courseId, place: placeOf(entry.number), entry }).commit(),
          ])
          .go(),
      )
    },
  }
}
