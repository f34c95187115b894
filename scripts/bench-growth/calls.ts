import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createMembershipLists } from '#adapters/dynamo/memberships/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import type { Table } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { contentKeys, PublishedContents } from '#contract/courses/content'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { ContentStore } from '#core/courses/content-ports'
import { listDrafts } from '#core/courses/list-drafts'
import type { PublishedCourses } from '#core/courses/ports'
import type { SyllabusReader } from '#core/courses/syllabus-ports'
import { listMyCourses } from '#core/enrolments/list-my-courses'
import { openCourse } from '#core/enrolments/open-course'
import { readDraft } from '#core/lessons/read-draft'
import { recordProgress } from '#core/progress/record-progress'
import { listAssets } from '#core/videos/asset-verbs'
import { addressOf } from '#test/support/seed'

/** Who asks, and of what. */
export interface Asked {
  readonly courseId: CourseId
  readonly lessonId: LessonId
  readonly reader: string
  readonly teacher: string
}

/** As many as the smallest site fills. */
const PAGE = { limit: 10 }
const signer = { sign: async () => ({}) }
const clock = { now: () => new Date() }

/**
 * The verbs behind the pages, each by its page's name, over the table itself: nobody remembers anything but what
 * is said. Signing cookies is left out: it costs the same whatever grows.
 */
export function callsOn(table: Table, content: Pick<ContentStore, 'readJson'>) {
  const courses = createCourseRepository(table)
  const enrolments = createEnrolmentRepository(table)
  const progress = createProgressRepository(table)
  const learner = createLearnerReader(table)
  const roster = createRosterIndex(table)
  const assets = createAssetRepository(table)
  const outlines = createOutlineRepository(table)
  const memberships = createMembershipLists(table)
  const published = createPublishedCourses(table)
  const syllabus = syllabusOf(table)
  const warm = { published: remembering(published), syllabus: rememberingSyllabus(syllabus) }
  const as = (userId: string) => ({ userId, name: userId, roles: ['learner', 'author'] as const })
  const opening = (reader: string, courseId: CourseId) => ({
    ...{ actor: as(reader), courseId, siteHost: 'learn.example.org' },
    address: addressOf(reader),
  })
  let beats = 0

  return {
    catalogue: () => courses.listPublished(PAGE),
    coursePage: async ({ courseId }: Asked) => {
      const card = await courses.findPublic(courseId)
      if (!card) throw new Error('The course is not published')
      const key = contentKeys.contents(card.id, card.version)
      return PublishedContents.parse(await content.readJson(key))
    },
    myCourses: ({ reader }: Asked) =>
      listMyCourses({ published, enrolments }, { actor: as(reader), page: PAGE }),
    teach: ({ teacher }: Asked) =>
      listDrafts({ courses, memberships }, { actor: as(teacher), whose: 'mine', ...PAGE }),
    editor: ({ teacher, courseId }: Asked) =>
      readDraft({ courses, memberships, outlines }, { actor: as(teacher), courseId }),
    library: ({ teacher, courseId }: Asked) =>
      listAssets({ courses, memberships, assets }, { actor: as(teacher), courseId, ...PAGE }),
    openFirst: ({ reader, courseId }: Asked) =>
      openCourse(
        // Two of its steps ask for the syllabus, of which any environment remembers the first.
        {
          ...{ published, memberships, learner, enrolments, roster, signer, clock },
          syllabus: rememberingSyllabus(syllabus),
        },
        opening(reader, courseId),
      ),
    open: ({ reader, courseId }: Asked) =>
      openCourse(
        { ...warm, memberships, learner, enrolments, roster, signer, clock },
        opening(reader, courseId),
      ),
    heartbeat: ({ reader, courseId, lessonId }: Asked) => {
      beats += 1
      const at = new Date().toISOString()
      const place = { positionSeconds: beats % 1000, durationSeconds: 0, watched: [] }
      return recordProgress(
        { learner, enrolments, progress, syllabus: warm.syllabus, clock },
        {
          ...{ actor: as(reader), courseId, lessonId },
          heartbeat: { ...place, completed: false, at, sentAt: at },
        },
      )
    },
  }
}

export type CallName = keyof ReturnType<typeof callsOn>

const syllabusOf = (table: Table): SyllabusReader => ({
  get: createSyllabusRepository(table).get,
  liveDuration: async () => null,
})

const rememberingSyllabus = (syllabus: SyllabusReader): SyllabusReader => {
  const known = new Map<string, Awaited<ReturnType<SyllabusReader['get']>>>()
  return {
    ...syllabus,
    get: async (courseId) => {
      const found = known.get(courseId) ?? (await syllabus.get(courseId))
      known.set(courseId, found)
      return found
    },
  }
}

const remembering = (published: PublishedCourses): Pick<PublishedCourses, 'find'> => {
  const known = new Map<string, Awaited<ReturnType<PublishedCourses['find']>>>()
  return {
    find: async (courseId) => {
      const found = known.get(courseId) ?? (await published.find(courseId))
      known.set(courseId, found)
      return found
    },
  }
}
