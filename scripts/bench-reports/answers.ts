import { contentKeys } from '#contract/courses/content'
import type { ContentStore } from '#core/courses/content-ports'
import { getCourseReport } from '#core/reports/answers/course-report'
import { getLessonReport } from '#core/reports/answers/lesson-report'
import { getMyWeek } from '#core/reports/answers/my-week'
import { getSiteReport } from '#core/reports/answers/site-report'
import { listStoppedLearners } from '#core/reports/answers/stopped-learners'
import type { FactStore } from '#core/reports/facts/ports'
import { promisesMade } from '#lib/reports/promises-made'
import { EGRESS_USD_PER_HOUR } from '#lib/settings/egress'
import { draftOf } from '#test/support/course'
import type { Year } from './year.ts'

export interface Asked {
  readonly facts: FactStore
  readonly content: ContentStore
  readonly year: Year
  /** Of somebody who learned. */
  readonly pseudonym: string
}

const ADMIN = { userId: 'ada', name: 'Ada', roles: ['admin' as const] }

/** Each report of the whole year, as the API's verbs answer it. Who asks is known: the table's part is not in it. */
export async function answersOf({ facts, content, year, pseudonym }: Asked) {
  const [from = '', to = ''] = [year.days.at(0), year.days.at(-1)]
  const [course] = year.courses
  const [lesson] = course?.lessons ?? []
  if (!course || !lesson) throw new Error('A year without a course.')
  await publish(content, year)
  const people = { pseudonymOf: async () => pseudonym, userOf: async () => null }
  const deps = {
    ...{ facts, content, people },
    courses: {
      get: async () => draftOf('linear-algebra', { id: course.id, publishedVersion: 1 }),
    },
    memberships: { get: async () => null },
    names: { inCourse: async () => new Map<string, string>() },
    egressUsdPerHour: EGRESS_USD_PER_HOUR,
    promises: promisesMade,
    // Soon enough after the year that nobody's month is over.
    clock: { now: () => new Date(Date.parse(to) + 15 * 86_400_000) },
  }
  const of = { actor: ADMIN, courseId: course.id, from, to }
  return {
    'a course': () => getCourseReport(deps, of),
    'a lesson': () => getLessonReport(deps, { ...of, lessonId: lesson }),
    'who has stopped, a page': () => listStoppedLearners(deps, { ...of, limit: 50 }),
    'the site': () => getSiteReport(deps, { actor: ADMIN, from, to }),
    'my week': () => getMyWeek(deps, { userId: 'enid' }),
  }
}

async function publish(content: ContentStore, { courses }: Year): Promise<void> {
  for (const { id, lessons } of courses)
    await content.createJson(contentKeys.contents(id, 1), {
      modules: [
        {
          title: 'One',
          lessons: lessons.map((lesson, n) => ({
            ...{ id: lesson, title: `Lesson ${n}`, kind: 'video', assetId: null },
            durationSeconds: 600,
          })),
        },
      ],
    })
}
