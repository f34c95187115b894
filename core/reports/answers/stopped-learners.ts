import type { StoppedLearner } from '#contract/reports/report'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { LearnerNames } from '#core/enrolments/ports'
import type { Clock } from '#core/platform/clock'
import { DomainError } from '#core/platform/errors'
import type { Page, PageRequest } from '#core/platform/page'
import { dayOf, daysBefore } from '#core/reports/facts/days'
import type { PersonDay } from '#core/reports/facts/facts'
import type { PeopleReader } from '#core/reports/ports'
import type { ReportDeps } from './course-report.ts'
import { publishedLessons } from './published-lessons.ts'
import { readAsOf, readCourseDays } from './read-facts.ts'

/** Whoever was there since has not stopped. */
const AWAY_DAYS = 14
/** Who has been away for longer than this is not looked for. */
const LOOKED_BACK_DAYS = 365

interface Deps extends ReportDeps {
  readonly clock: Clock
  readonly people: Pick<PeopleReader, 'userOf'>
  readonly names: Pick<LearnerNames, 'inCourse'>
}

interface Sum extends PersonDay {
  readonly day: string
}

/** Who began a course and stopped, the longest there first. */
export async function listStoppedLearners(
  deps: Deps,
  { actor, courseId, cursor, limit }: OfCourse & PageRequest,
): Promise<Page<StoppedLearner> & { asOf: string | null; total: number }> {
  const offset = cursor === undefined ? 0 : readCursor(cursor)
  const course = await findOwnCourse(deps, { actor, courseId }, 'reports')
  const today = dayOf(deps.clock.now())
  const [asOf, days, published] = await Promise.all([
    readAsOf(deps.facts),
    readCourseDays(deps.facts, courseId, { from: daysBefore(today, LOOKED_BACK_DAYS), to: today }),
    publishedLessons(deps.content, course.id, course.publishedVersion),
  ])
  const stopped = [...sumsOf(days)]
    .filter(([, one]) => one.seconds > 0 && !one.done && !one.left)
    .filter(([, one]) => one.day <= daysBefore(today, AWAY_DAYS))
    .sort(([one, a], [other, b]) => b.seconds - a.seconds || (one < other ? -1 : 1))
  const titles = new Map(published.map(({ id, title }) => [id, title]))
  const shown = stopped.slice(offset, offset + limit)
  const names = await namesOf(
    deps,
    course.id,
    shown.map(([person]) => person),
  )
  return {
    asOf,
    total: stopped.length,
    items: shown.map(([person, one]) => {
      const title = one.lastLesson && titles.get(one.lastLesson)
      return {
        name: names.get(person) ?? '',
        lastActiveOn: one.day,
        completedLessons: one.completed,
        seconds: one.seconds,
        lesson:
          one.lastLesson && title !== undefined && title !== null
            ? { id: one.lastLesson, title }
            : null,
      }
    }),
    nextCursor: offset + limit < stopped.length ? String(offset + limit) : null,
  }
}

/**
 * Of those who are enrolled still: who left a course is none of its teachers' learners any more. Their enrolments are
 * asked for no more than the rows that are shown.
 */
async function namesOf(
  { people, names }: Pick<Deps, 'people' | 'names'>,
  courseId: string,
  pseudonyms: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const users = await Promise.all(
    pseudonyms.map(async (person) => [person, await people.userOf(person)] as const),
  )
  const known = users.flatMap(([, userId]) => (userId === null ? [] : [userId]))
  if (known.length === 0) return new Map()
  const found = await names.inCourse(courseId, known)
  return new Map(
    users.flatMap(([person, userId]) => {
      const name = userId === null ? undefined : found.get(userId)
      return name ? [[person, name]] : []
    }),
  )
}

/** What each did over all days; where and how they were is what the last day says. */
function sumsOf(days: Awaited<ReturnType<typeof readCourseDays>>): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const [day, { people }] of days)
    for (const [person, one] of Object.entries(people)) {
      const before = sums.get(person)
      sums.set(person, {
        day,
        seconds: one.seconds + (before?.seconds ?? 0),
        completed: one.completed + (before?.completed ?? 0),
        lastAt: one.lastAt,
        lastLesson: one.lastLesson ?? before?.lastLesson ?? null,
        done: one.done || (before?.done ?? false),
        left: one.left,
      })
    }
  return sums
}

const readCursor = (cursor: string): number => {
  if (!/^\d{1,6}$/.test(cursor)) throw new DomainError('invalid', say('stale_cursor'))
  return Number(cursor)
}
