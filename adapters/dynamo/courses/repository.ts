import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { withCursor } from '#adapters/dynamo/cursor'
import { placeOf, publicationEntity } from '#adapters/dynamo/publishing/entity'
import type { Table } from '#adapters/dynamo/table'
import { CONTENT_LAYOUT } from '#contract/courses/content-paths'
import type { CourseDraft } from '#contract/courses/course'
import type { CourseRepository } from '#core/courses/ports'
import { createCourseReader, toDraft } from './course-reader.ts'
import { courseEntity, slugEntity } from './entity.ts'
import { courseReads } from './read-courses.ts'
import { syllabusEntity } from './syllabus-entity.ts'
import { writeAudiences, writeLessons } from './syllabus-text.ts'

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

  /** In the order of the ids, each with how many are enrolled; without those that are not there. */
  const getDrafts = async (ids: readonly string[]): Promise<CourseDraft[]> => {
    const found = await reads.courses(ids)
    return ids.flatMap((id) => {
      const one = found.get(id)
      return one ? toDraft(one) : []
    })
  }

  return {
    ...createCourseReader(table),

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
      const found = (await reads.courses([id])).get(id)
      return found ? { item: toDraft(found), changed: found.course.changed ?? {} } : null
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
        return { items: await getDrafts(data.map(({ id }) => id)), nextCursor: next }
      }),

    listAll: ({ cursor, limit }) =>
      withCursor(cursor, async () => {
        const { data, cursor: next } = await slugs.query
          .ofSite({ site: 'all' })
          .go({ order: 'desc', limit, cursor: cursor ?? null })
        return { items: await getDrafts(data.map(({ courseId }) => courseId)), nextCursor: next }
      }),

    publish: (card, { courseId, version, lessons, audiences }, expected, entry) =>
      commit(() =>
        publication.transaction
          .write(({ courses, syllabuses, publications }) => [
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
            publications.create({ courseId, place: placeOf(entry.number), entry }).commit(),
          ])
          .go(),
      ),
  }
}
