import { openValkey, type Valkey } from '#adapters/cache/client/valkey'
import { createCache } from '#adapters/cache/levels/cache'
import type { Level } from '#adapters/cache/levels/watch'
import { createPersonRate } from '#adapters/cache/person-rate'
import {
  forgettingCourses,
  rememberedCatalogue,
  rememberedPublished,
  rememberedSyllabus,
} from '#adapters/cache/remembered-courses'
import {
  forgettingProgress,
  rememberedEnrolments,
  rememberedLearner,
} from '#adapters/cache/remembered-learner'
import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { openTable, type Table } from '#adapters/dynamo/table'
import { OPEN_DOORS, UNSAID } from '#contract/courses/properties/properties'
import { type CourseId, type LessonId, UserId } from '#contract/platform/ids'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import { OPEN_AT_ONCE } from '#contract/rules/release'
import { newId } from '#core/platform/ids'
import { publicationOf } from '#test/support/publication'

const LESSONS = 100

export interface Site {
  readonly table: Table
  readonly courses: readonly CourseId[]
  readonly lessons: readonly LessonId[]
  readonly people: readonly string[]
}

/** Published courses of 100 lessons, and people who are each enrolled in some of them. */
export async function makeSite(
  name: string,
  counts: { courses: number; people: number },
): Promise<Site> {
  const table = openTable(name)
  const now = new Date()
  const courses = Array.from({ length: counts.courses }, () => newId('crs', now))
  const lessons = Array.from({ length: LESSONS }, () => newId('les', now))
  const people = Array.from({ length: counts.people }, (_, n) => `person-${n}`)
  const repository = createCourseRepository(table)
  for (const [n, id] of courses.entries()) {
    const at = now.toISOString()
    const slug = `course-${n}`
    const title = `Course ${n}`
    const summary = `${title}, of which these lines say what it is about. `.repeat(5)
    await repository.create({
      ...{ id, slug, title, summary, createdAt: at, updatedAt: at, revision: 0 },
      ownerId: UserId.parse('owner'),
      ownerName: 'Ada',
      ...{ publishedVersion: null, publishedAt: null, outdated: false, enrolmentCount: 0 },
      ...{ ...UNSAID, ...OPEN_DOORS, formerSlugs: [], copying: false },
    })
    await publish(repository, { id, slug, title, summary, lessons }, null)
  }
  const enrolments = createEnrolmentRepository(table)
  for (const [n, userId] of people.entries())
    for (let k = 0; k < 4; k += 1) {
      const courseId = courses[(n * 7 + k * k) % courses.length]
      if (courseId) await enrolments.create(recordOf(userId, courseId))
    }
  return { table, courses, lessons, people }
}

export const recordOf = (userId: string, courseId: CourseId) => ({
  ...{ id: newId('enr', new Date()), courseId, userId, enrolledAt: new Date().toISOString() },
  ...{ completedLessons: 0, countedVersion: null, lastLessonId: null, lastActiveAt: null },
})

interface Published {
  readonly id: CourseId
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly lessons: readonly LessonId[]
}

/** As the next version after `expected`. */
export function publish(
  courses: Pick<ReturnType<typeof createCourseRepository>, 'publish'>,
  { id, lessons, ...course }: Published,
  expected: number | null,
): Promise<boolean> {
  const version = (expected ?? 0) + 1
  const card = {
    ...{ id, ...course, version, teacherName: 'Ada', lessonCount: lessons.length },
    ...{ durationSeconds: 36_000, publishedAt: new Date().toISOString() },
    ...UNSAID,
  }
  const syllabus = {
    ...{ courseId: id, version, audiences: new Map(), release: OPEN_AT_ONCE },
    lessons: new Map(lessons.map((lesson) => [lesson, { kind: 'article' as const, id: lesson }])),
  }
  const seen = { expected, visibility: 'public' } as const
  return courses.publish(card, syllabus, seen, publicationOf(id, version))
}

/** What a function's execution environment has, and from where it was last answered. */
export function openEnvironment(
  { table }: Site,
  place: ValkeyPlace,
  onRead: (query: string, level: Level) => void,
) {
  const valkey: Valkey | null = openValkey(place)
  const cache = createCache(valkey, { onEvent: () => undefined, onRead })
  const courses = createCourseRepository(table)
  const syllabuses = createSyllabusRepository(table)
  return {
    close: () => valkey?.close(),
    rate: createPersonRate({ valkey, limit: 1_000_000 }),
    courses: forgettingCourses(courses, cache),
    catalogue: rememberedCatalogue(cache),
    read: courses,
    published: rememberedPublished(createPublishedCourses(table), cache),
    syllabus: rememberedSyllabus(
      { readSyllabus: syllabuses.get, readAsset: async () => null },
      cache,
    ),
    learner: rememberedLearner(createLearnerReader(table), cache),
    enrolments: rememberedEnrolments(createEnrolmentRepository(table), cache),
    progress: forgettingProgress(createProgressRepository(table), cache),
  }
}
export type Environment = ReturnType<typeof openEnvironment>
