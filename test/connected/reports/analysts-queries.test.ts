import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { TrinoSQL } from 'dt-sql-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventColumns } from '#lib/reports/event-columns'

const queries = [
  ...readFileSync('docs/analysts.md', 'utf8').matchAll(/```sql\n([\s\S]*?)```/g),
].map(([, sql = '']) => sql.trim())
const trino = new TrinoSQL()
let instance: DuckDBInstance

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:')
})
afterAll(() => instance?.closeSync())

it('the page for analysts has statements', () => expect(queries.length).toBeGreaterThan(2))

it.each(queries)('Trino and DuckDB read %s', async (sql) => {
  expect(trino.validate(`${sql};`)).toEqual([])
  const connection = await instance.connect()
  const columns = [
    ...eventColumns(),
    ...['event', 'date'].map((name) => ({ name, type: 'string' })),
  ]
  // DuckDB knows Glue's names of types as its own.
  await connection.run(
    `CREATE OR REPLACE TABLE events (${columns.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`,
  )
  expect((await connection.runAndReadAll(sql)).getRows()).toEqual([])
  connection.closeSync()
})
