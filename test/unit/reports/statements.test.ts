import { TrinoSQL } from 'dt-sql-parser'
import { describe, expect, it } from 'vitest'
import {
  activePeople,
  courseDays,
  lessonDays,
  personDays,
  watchedSteps,
} from '#core/reports/facts/statements'

const DAY = '2026-11-27'
const statements = {
  courseDays: courseDays(DAY),
  lessonDays: lessonDays(DAY),
  watchedSteps: watchedSteps(DAY),
  personDays: personDays(DAY),
  activePeople: activePeople(DAY, DAY),
}

/**
 * What Trino and DuckDB have alike, with the same results for what is asked here: aggregates that leave out null, and `floor`.
 * https://trino.io/docs/current/functions/aggregate.html, https://duckdb.org/docs/current/sql/functions/aggregates
 */
const ALLOWED = ['count', 'floor', 'max', 'max_by', 'sum']
const NO_FUNCTIONS = ['in', 'as', 'and', 'events', 'over']

const trino = new TrinoSQL()

describe.each(Object.entries(statements))('the statement %s', (_, { sql }) => {
  it('is one of Trino’s, as Athena takes it', () => {
    expect(trino.validate(`${sql};`)).toEqual([])
  })

  it('uses no function that Trino and DuckDB do not have alike', () => {
    const called = [...sql.replace(/'[^']*'/g, '').matchAll(/\b([a-z_0-9]+)\s*\(/gi)].map(
      ([, name = '']) => name.toLowerCase(),
    )
    const functions = called.filter((name) => !NO_FUNCTIONS.includes(name) && name !== 'cast')
    expect(functions.filter((name) => !ALLOWED.includes(name))).toEqual([])
  })

  it('reads no day but its own', () => {
    expect(sql).toMatch(/"date" (= '2026-11-27'|BETWEEN '2026-11-27' AND '2026-11-27')/)
  })
})

it('a statement that is none is found', () => {
  expect(trino.validate('SELECT FROM WHERE;')).not.toEqual([])
})

it('takes nothing but a day into a statement', () => {
  expect(() => courseDays("2026-11-27' OR 1 = 1 --")).toThrow()
})
