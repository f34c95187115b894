import type { Page } from 'playwright-core'
import { PromiseName } from '#contract/platform/promised'
import { routes } from '#contract/routes'
import { promisesMade } from '#lib/reports/promises-made'

const REPORTED = [
  'getCourseReport',
  'getLessonReport',
  'listStoppedLearners',
  'getSiteReport',
  'getMyWeek',
] as const
type Answers = Readonly<Record<(typeof REPORTED)[number], (asked: URL) => unknown>>

/** Puts answers in the place of the reports' routes, each checked against its schema. */
export async function answerReports(page: Page, answers: () => Answers): Promise<void> {
  for (const id of REPORTED) {
    const { path, response } = routes[id]
    const pattern = new RegExp(`/api${path.replace(/\{\w+\}/g, '[^/]+')}(\\?.*)?$`)
    await page.route(pattern, (route) =>
      route.fulfill({ json: response.parse(answers()[id](new URL(route.request().url()))) }),
    )
  }
}

/** Days of UTC from one to another, both included. */
const daysOf = (asked: URL): string[] => {
  const day = (name: string) => Date.parse(asked.searchParams.get(name) ?? '')
  const days: string[] = []
  for (let at = day('from'); at <= day('to'); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

const asOf = new Date().toISOString()
const id = (prefix: string, at: number) => `${prefix}_${String(at).padStart(26, '0')}`
const lessonOf = (at: number, title: string, started: number) => ({
  ...{ lessonId: id('les', at), title, moduleTitle: 'One', kind: at === 1 ? 'video' : 'article' },
  ...{ started, completed: started - 1, seconds: 600 * started },
})
/** A week's worth of learning in a course of three lessons, or none at all. */
export const sampleReports = (courseId: string, { isEmpty = false } = {}): Answers => ({
  getCourseReport: (asked: URL) => ({
    ...{ asOf, courseId, title: 'How caching works', active: isEmpty ? 0 : 9 },
    days: daysOf(asked).map((day, at) => ({
      ...{ day, left: 0, active: isEmpty ? 0 : 3 + (at % 4), enrolled: isEmpty ? 0 : 1 },
      ...{ completed: 0, seconds: isEmpty ? 0 : 600 },
    })),
    lessons: [lessonOf(1, 'The clip', 9), lessonOf(2, '=Sum, of "all"', 8), lessonOf(3, 'End', 3)],
  }),
  getLessonReport: () => ({
    ...{ asOf, lessonId: id('les', 1), title: 'The clip', durationSeconds: 55 },
    ...{ partSeconds: 10, began: 10 },
    parts: [10, 9, 4, 8, 8, 2].map((viewers, at) => ({
      viewers,
      plays: at === 3 ? viewers * 2 : viewers,
    })),
  }),
  listStoppedLearners: (asked: URL) => {
    const more = asked.searchParams.get('cursor') !== null
    const one = { lastActiveOn: '2026-10-01', completedLessons: 2, seconds: 1200 }
    return {
      ...{ asOf, total: 2, nextCursor: more ? null : 'more' },
      items: [{ ...one, name: more ? 'Ben' : 'Ana', lesson: { id: id('les', 2), title: 'Two' } }],
    }
  },
  getSiteReport: (asked: URL) => ({
    asOf,
    days: daysOf(asked).map((day, at, { length }) => {
      const isLast = at === length - 1
      return { day, active: 2, active7: isLast ? null : 5, active30: isLast ? null : 9 }
    }),
    courses: [
      {
        ...{ courseId, title: 'How caching works', learnerDays: 9, enrolled: 4 },
        ...{ completed: 1, seconds: 7200, uploadedBytes: 2e9, encodingUsd: 1.5, egressUsd: 0.25 },
      },
    ],
    promises: PromiseName.options.map((promise) => ({
      ...{ promise, ...promisesMade[promise] },
      // The last day is not kept.
      days: daysOf(asked).map((day, at, { length }) => ({
        ...{ day, measured: 1200 + at },
        value: promisesMade[promise].limit * (at === length - 1 ? 1.5 : 0.4 + (at % 5) / 10),
      })),
    })),
  }),
  getMyWeek: () => ({
    ...{ asOf, streakDays: isEmpty ? 0 : 2 },
    days: Array.from({ length: 7 }, (_, at) => ({
      day: `2026-11-0${at + 1}`,
      seconds: isEmpty || at < 5 ? 0 : 900,
      completedLessons: isEmpty || at < 5 ? 0 : 1,
    })),
  }),
})
