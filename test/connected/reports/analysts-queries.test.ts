import { readFileSync } from 'node:fs'
import { TrinoSQL } from 'dt-sql-parser'
import { expect, it } from 'vitest'
import { dimensions } from '#contract/reports/dimensions'
import { columnsOf, eventColumns } from '#lib/reports/event-columns'
import { savedQueries } from '#lib/reports/saved-queries'
import { runStatement } from '#local/athena/run-statement'

const page = readFileSync('docs/analysts.md', 'utf8')
const trino = new TrinoSQL()
const events = {
  name: 'events',
  columns: eventColumns(),
  partitionKeys: ['event', 'date'].map((name) => ({ name, type: 'string' })),
  parameters: {},
  location: 's3://lake/events/',
}
const others = Object.entries(dimensions).map(([name, { shape }]) => ({
  ...{ name, columns: columnsOf(shape), parameters: {}, location: `s3://lake/${name}/` },
  partitionKeys: [{ name: 'date', type: 'string' }],
}))

it('the page for analysts has the statements that are saved, and no others', () => {
  const shown = [...page.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, sql = '']) => sql.trim())
  expect(shown).toEqual(savedQueries.map(({ sql }) => sql))
})

it.each(savedQueries)('Trino and DuckDB read “$name”', async ({ sql }) => {
  expect(trino.validate(`${sql};`)).toEqual([])
  const { rows } = await runStatement(
    sql,
    [events, ...others].map((table) => ({ table, files: [] })),
  )
  expect(rows).toEqual([])
})
