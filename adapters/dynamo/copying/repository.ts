import { Service } from 'electrodb'
import { commit } from '#adapters/dynamo/commit'
import { unlessRefused } from '#adapters/dynamo/condition'
import { courseEntity, slugEntity } from '#adapters/dynamo/courses/entity'
import { enrolmentCountEntity } from '#adapters/dynamo/enrolments/count-entity'
import { plainItems } from '#adapters/dynamo/plain-items'
import type { Table } from '#adapters/dynamo/table'
import type { CourseDraft } from '#contract/courses/course'
import { CourseId } from '#contract/platform/ids'
import type { Copying, Copyings } from '#core/courses/copying/ports'
import { type CopyingItem, copyingEntity } from './entity.ts'
import { copyingKeys } from './keys.ts'

/** Enough to know what it is about. */
const MOST_MISSING = 20
const MOST_NAME = 200

export const createCopyings = (table: Table): Copyings => {
  const copyings = copyingEntity(table)
  const courses = courseEntity(table)
  const life = new Service({
    copyings,
    courses,
    slugs: slugEntity(table),
    counts: enrolmentCountEntity(table),
  })
  const items = plainItems<CopyingItem>(table, copyingKeys)

  return {
    get: async (courseId) => {
      const found = await items.get({ courseId })
      return found && toCopying(found)
    },

    start: async (course, copying) => {
      const { id: courseId, slug, createdAt, capacity } = course
      const started = await commit(() =>
        life.transaction
          .write(({ copyings, courses, slugs, counts }) => [
            slugs.create({ slug, courseId, createdAt }).commit(),
            courses.create(toAttributes(course)).commit(),
            copyings.put(toItem(copying)).commit(),
            ...(capacity === null
              ? []
              : [counts.put({ courseId, enrolled: 0, places: capacity }).commit()]),
          ])
          .go(),
      )
      return started ? 'started' : 'taken'
    },

    save: async (copying) => {
      await unlessRefused(
        copyings
          .put(toItem(copying))
          .where(({ state }, { ne, notExists }) => `${notExists(state)} OR ${ne(state, 'done')}`)
          .go(),
      )
    },

    finish: async (copying) => {
      await commit(() =>
        life.transaction
          .write(({ copyings, courses }) => [
            copyings.put(toItem(copying)).commit(),
            courses.patch({ id: copying.courseId }).remove(['copying']).commit(),
          ])
          .go(),
      )
    },
  }
}

/** What nobody said has no attribute. */
const toAttributes = (course: CourseDraft) => {
  const { id, slug, title, summary, ownerId, ownerName, createdAt, updatedAt, revision } = course
  const { description, language, level, topics, startsOn, endsOn, timeZone, cover } = course
  return {
    ...{ id, slug, title, summary, ownerId, ownerName, createdAt, updatedAt, revision },
    ...{ description, topics, timeZone, visibility: course.visibility },
    ...{ enrolling: course.enrolling, copying: 'yes' as const },
    ...(cover !== null && { cover }),
    ...(language !== null && { language }),
    ...(level !== null && { level }),
    ...(startsOn !== null && { startsOn }),
    ...(endsOn !== null && { endsOn }),
  }
}

const toItem = ({ missing, ...copying }: Copying) => ({
  ...copying,
  missing: missing.slice(0, MOST_MISSING).map((name) => name.slice(0, MOST_NAME)),
})

const toCopying = ({
  courseId,
  of,
  state,
  outlined,
  copied,
  total,
  missing,
  without,
  startedAt,
  updatedAt,
}: CopyingItem): Copying => ({
  courseId: CourseId.parse(courseId),
  ...{ of, state, outlined, copied, total, missing, without, startedAt, updatedAt },
})
