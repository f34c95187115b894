import { TrinoSQL } from 'dt-sql-parser'
import { describe, expect, it } from 'vitest'
import {
  activePeople,
  courseDays,
  lessonDays,
  personDays,
  watchedSteps,
} from '#core/reports/facts/statements'
import { savedQueries } from '#lib/reports/saved-queries'
import { daysOf } from '#local/athena/partitions'
import { allowedFunctions } from '#test/support/sql-functions'

const DAY = '2026-11-27'
const statements = {
  courseDays: courseDays(DAY),
  lessonDays: lessonDays(DAY),
  watchedSteps: watchedSteps(DAY),
  personDays: personDays(DAY),
  activePeople: activePeople(DAY, DAY),
}

const ALLOWED = Object.keys(allowedFunctions)
const NO_FUNCTIONS = ['in', 'as', 'and', 'events', 'over']

const trino = new TrinoSQL()

const saved = savedQueries.map(({ name, sql }) => [name, { sql }] as const)

describe.each([...Object.entries(statements), ...saved])('the statement %s', (_, { sql }) => {
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
})

it.each(Object.entries(statements))('%s reads no day but its own', (_, { sql }) => {
  expect(daysOf(sql)).toEqual({ first: DAY, last: DAY })
})

it('a statement that is none is found', () => {
  expect(trino.validate('SELECT FROM WHERE;')).not.toEqual([])
})

it('takes nothing but a day into a statement', () => {
  expect(() => courseDays("2026-11-27' OR 1 = 1 --")).toThrow()
})
