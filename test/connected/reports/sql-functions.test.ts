import { TrinoSQL } from 'dt-sql-parser'
import { describe, expect, it } from 'vitest'
import { runStatement } from '#local/athena/run-statement'
import { allowedFunctions } from '#test/support/sql-functions'

const trino = new TrinoSQL()

describe.each(Object.entries(allowedFunctions))('of the function %s', (_, fixtures) => {
  it.each(fixtures)('DuckDB says what Trino documents: $expression', async (fixture) => {
    const { expression, rows, result } = fixture
    const sql = `SELECT ${expression} AS said FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) AS given (n, x, t)`
    expect(trino.validate(`${sql};`)).toEqual([])
    expect((await runStatement(sql, [])).rows).toEqual([[result]])
  })
})
