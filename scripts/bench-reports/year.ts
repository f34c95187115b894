import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { CourseId, LessonId } from '#contract/platform/ids'
import { newId } from '#core/platform/ids'
import { dayOf } from '#core/reports/facts/days'
import { eventColumns } from '#lib/reports/event-columns'

export interface Year {
  readonly days: readonly string[]
  readonly courses: readonly { readonly id: CourseId; readonly lessons: readonly LessonId[] }[]
  readonly rows: number
}

interface Size {
  readonly people: number
  readonly days: number
}

const FIRST_DAY = Date.parse('2025-11-01')
const DAY_MS = 86_400_000
export const COURSES = 50
export const LESSONS = 20
/** Of a lesson's video, in heartbeats of thirty seconds. */
const BEATS = 20

/** As DuckDB calls the types of Glue. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
}

/** Pseudonyms and ids of events are of figures that no compression makes small, as they are in truth. */
const ID = (what: string) => `md5('${what}' || person || "at"::VARCHAR)`
const OF_LESSON = { course: 'course', person: 'person', lesson: 'lesson', at: '"at"' }

const SELECTED: Readonly<
  Record<string, { from: string; values: Readonly<Record<string, string>> }>
> = {
  enrolled: {
    from: 'newcomers',
    values: { course: 'course', person: 'person', at: '"at"', id: ID('e') },
  },
  lesson_started: {
    from: 'beats WHERE part = 0',
    values: { ...OF_LESSON, id: ID('s') },
  },
  lesson_completed: {
    from: `beats WHERE part = ${BEATS - 1}`,
    values: { ...OF_LESSON, id: ID('c') },
  },
  learned: { from: 'beats', values: { ...OF_LESSON, id: ID('b'), seconds: '30' } },
  watched: {
    from: 'beats',
    values: {
      ...OF_LESSON,
      id: ID('w'),
      from_s: 'part * 30',
      to_s: 'part * 30 + 30',
      again: `hash(person, "at") % 5 = 0`,
    },
  },
}

/**
 * A year as it lies in the lake: a day at a time, a file for each event, so that memory holds one day. On each day one of
 * seven people learns for ten to thirty minutes, a heartbeat each thirty seconds, at one of their three courses.
 */
export async function writeYear(
  connection: DuckDBConnection,
  folder: string,
  { people, days: count }: Size,
): Promise<Year> {
  const courses = Array.from({ length: COURSES }, (_, n) => ({
    id: CourseId.parse(newId('crs', new Date(FIRST_DAY + n))),
    lessons: Array.from({ length: LESSONS }, (_, m) =>
      LessonId.parse(newId('les', new Date(FIRST_DAY + n * LESSONS + m))),
    ),
  }))
  await connection.run('CREATE TABLE lessons (c BIGINT, l BIGINT, course VARCHAR, lesson VARCHAR)')
  const lines = courses.flatMap(({ id, lessons }, c) =>
    lessons.map((lesson, l) => `(${c}, ${l}, '${id}', '${lesson}')`),
  )
  await connection.run(`INSERT INTO lessons VALUES ${lines.join(', ')}`)
  await connection.run(
    `CREATE TABLE people AS SELECT p, md5(p::VARCHAR)[:26] AS person FROM range(${people}) t(p)`,
  )
  const days: string[] = []
  let rows = 0
  for (let n = 0; n < count; n++) {
    const day = dayOf(FIRST_DAY + n * DAY_MS)
    days.push(day)
    await connection.run(newcomersOf(n))
    await connection.run(beatsOf(n))
    for (const [event, { from, values }] of Object.entries(SELECTED)) {
      const file = join(folder, `event=${event}`, `date=${day}`, '1.parquet')
      mkdirSync(dirname(file), { recursive: true })
      const copied = await connection.run(
        `COPY (SELECT ${columnsOf(values)} FROM ${from}) TO '${file}' (FORMAT parquet, COMPRESSION snappy)`,
      )
      rows += copied.rowsChanged
    }
  }
  return { days, courses, rows }
}

const columnsOf = (values: Readonly<Record<string, string>>) =>
  eventColumns()
    .map(({ name, type }) => {
      const value = name === 'v' ? '1' : (values[name] ?? 'NULL')
      return `CAST(${value} AS ${TYPES[type]}) AS "${name}"`
    })
    .join(', ')

/** All come some time in the year. */
const newcomersOf = (day: number) =>
  `CREATE OR REPLACE TEMP TABLE newcomers AS SELECT person, course, ${FIRST_DAY + day * DAY_MS} + p AS "at"
   FROM people JOIN lessons ON c = p % ${COURSES} AND l = 0 WHERE p % 365 = ${day}`

const beatsOf = (day: number) =>
  `CREATE OR REPLACE TEMP TABLE beats AS
   WITH there AS (
     SELECT p, person, hash(p, ${day}) AS chance, (p + hash(p, ${day}) % 3) % ${COURSES} AS of_course FROM people
     WHERE hash(p, ${day}, 1) % 7 = 0
   ), told AS (
     SELECT there.*, b, CAST(b % ${BEATS} AS BIGINT) AS part, (hash(p, 2) + ${day} // 7 + b // ${BEATS}) % ${LESSONS} AS of_lesson
     FROM there, range(60) r(b) WHERE b < 20 + chance % 41
   )
   SELECT person, course, lesson, part, ${FIRST_DAY + day * DAY_MS} + CAST(chance % 80000000 AS BIGINT) + b * 30000 AS "at"
   FROM told JOIN lessons ON c = of_course AND l = of_lesson`
