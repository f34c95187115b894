import { z } from 'zod'
import { Pseudonym } from '#contract/events/recorded-event'
import { CourseId, LessonId } from '#contract/platform/ids'
import { Day } from '#contract/reports/report'
import type { Statement } from './ports.ts'

/**
 * What Athena is asked of a day. An event told twice has the same id and the same day, and counts once. Only what Trino
 * and DuckDB have alike is used: tests hold the functions to a list, and each of the list to what Trino documents.
 */
const Count = z
  .number()
  .nullable()
  .transform((value) => value ?? 0)

/** A day as it stands in a statement; nothing else gets into one. */
const literal = (day: Day) => `'${Day.parse(day)}'`

const OF_PEOPLE = `'enrolled', 'left', 'course_completed', 'lesson_started', 'lesson_completed', 'learned'`
const times = (event: string) => `sum(CASE WHEN event = '${event}' THEN 1 ELSE 0 END)`
const SECONDS = `sum(CASE WHEN event = 'learned' THEN seconds ELSE 0 END)`

/**
 * Each event once, by its id: one that is told again may differ in how a number is written, or have a column that came
 * later.
 */
const toldOnce = (columns: readonly string[], where: string) =>
  `WITH told AS (
  SELECT id, ${columns.map((column) => `max(${column}) AS ${column}`).join(', ')}
  FROM events WHERE ${where} GROUP BY id
)`

const COURSE_COLUMNS = [
  'event',
  'course',
  'person',
  'seconds',
  'cost_usd',
  'source_bytes',
  'version',
  'from_s',
  'to_s',
]

export const courseDays = (day: Day) =>
  statement(
    `${toldOnce(COURSE_COLUMNS, `"date" = ${literal(day)}`)}
SELECT course, count(DISTINCT CASE WHEN event IN (${OF_PEOPLE}) AND event <> 'left' THEN person END) AS active,
  ${times('enrolled')} AS enrolled, ${times('left')} AS gone, ${times('course_completed')} AS completed,
  ${SECONDS} AS seconds,
  sum(CASE WHEN event = 'watched' THEN to_s - from_s ELSE 0 END) AS watched_seconds,
  sum(CASE WHEN event = 'video_encoded' THEN cost_usd ELSE 0 END) AS encoding_usd,
  sum(CASE WHEN event = 'video_encoded' THEN source_bytes ELSE 0 END) AS source_bytes,
  max(CASE WHEN event = 'course_published' THEN version END) AS published
FROM told GROUP BY course`,
    z.object({
      course: CourseId,
      active: Count,
      enrolled: Count,
      gone: Count,
      completed: Count,
      seconds: Count,
      watched_seconds: Count,
      encoding_usd: Count,
      source_bytes: Count,
      published: z.number().nullable(),
    }),
  )

export const lessonDays = (day: Day) =>
  statement(
    `${toldOnce(
      ['event', 'course', 'lesson', 'seconds'],
      `"date" = ${literal(day)} AND event IN ('lesson_started', 'lesson_completed', 'learned')`,
    )}
SELECT course, lesson, ${times('lesson_started')} AS started, ${times('lesson_completed')} AS completed,
  ${SECONDS} AS seconds
FROM told GROUP BY course, lesson`,
    z.object({
      course: CourseId,
      lesson: LessonId,
      started: Count,
      completed: Count,
      seconds: Count,
    }),
  )

/**
 * Where the number of those who watch changes: of a stretch that begins within a second that second has its share, and the
 * next the rest. The sum of all changes up to a second is how often it was watched.
 */
export const watchedSteps = (day: Day) =>
  statement(
    `${toldOnce(
      ['course', 'lesson', 'from_s', 'to_s', 'again'],
      `"date" = ${literal(day)} AND event = 'watched' AND to_s > from_s`,
    )}, ends AS (
  SELECT course, lesson, again, from_s AS at_s, 1e0 AS way FROM told
  UNION ALL SELECT course, lesson, again, to_s AS at_s, -1e0 AS way FROM told
), shares AS (
  SELECT course, lesson, again, CAST(floor(at_s) AS bigint) AS part, way * (1 - (at_s - floor(at_s))) AS step FROM ends
  UNION ALL
  SELECT course, lesson, again, CAST(floor(at_s) AS bigint) + 1 AS part, way * (at_s - floor(at_s)) AS step FROM ends
)
SELECT course, lesson, part, sum(step) AS plays, sum(CASE WHEN again THEN 0 ELSE step END) AS viewers
FROM shares GROUP BY course, lesson, part ORDER BY course, lesson, part`,
    z.object({
      course: CourseId,
      lesson: LessonId,
      part: z.number(),
      plays: Count,
      viewers: Count,
    }),
  )

export const personDays = (day: Day) =>
  statement(
    `${toldOnce(
      ['event', '"at"', 'course', 'lesson', 'person', 'seconds'],
      `"date" = ${literal(day)} AND event IN (${OF_PEOPLE})`,
    )}
SELECT course, person, ${SECONDS} AS seconds, ${times('lesson_completed')} AS completed, max("at") AS last_at,
  max_by(lesson, CASE WHEN lesson IS NULL THEN 0 ELSE "at" END) AS last_lesson, ${times('course_completed')} AS done,
  max(CASE WHEN event = 'left' THEN "at" ELSE 0 END) AS left_at,
  max(CASE WHEN event = 'enrolled' THEN "at" ELSE 0 END) AS enrolled_at
FROM told WHERE person IS NOT NULL GROUP BY course, person`,
    z.object({
      course: CourseId,
      person: Pseudonym,
      seconds: Count,
      completed: Count,
      last_at: z.number(),
      last_lesson: LessonId.nullable(),
      done: Count,
      left_at: Count,
      enrolled_at: Count,
    }),
  )

/** How many different people did anything from one day to another. */
export const activePeople = (from: Day, to: Day) =>
  statement(
    `SELECT count(DISTINCT person) AS active FROM events
WHERE "date" BETWEEN ${literal(from)} AND ${literal(to)} AND event IN (${OF_PEOPLE}) AND event <> 'left'`,
    z.object({ active: Count }),
  )

function statement<Row>(sql: string, row: z.ZodType<Row>): Statement<Row> {
  return { sql, row }
}
