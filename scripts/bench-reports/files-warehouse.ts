import { globSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Warehouse } from '#core/reports/facts/ports'

const EVENTS_OF = /WHERE "date"[^\n]*?event (?:IN \(([^)]*)\)|= ('\w+'))/
const DAY = /'(\d{4}-\d{2}-\d{2})'/g

/** The files of the partitions that a statement names: Athena opens no others. */
function filesOf(sql: string, folder: string): string[] {
  const [, several, one] = EVENTS_OF.exec(sql) ?? []
  const events = (several ?? one)?.split(',').map((name) => name.trim().slice(1, -1)) ?? ['*']
  const days = [...sql.matchAll(DAY)].map(([, day = '']) => day).sort()
  const [first = '', last = ''] = [days.at(0), days.at(-1)]
  return events
    .flatMap((event) => globSync(`${folder}/event=${event}/date=*/*.parquet`))
    .filter((file) => {
      const day = /date=([^/]+)/.exec(file)?.[1] ?? ''
      return day >= first && day <= last
    })
}

/** The same statements by DuckDB over the same files, without Athena's stand-in, which looks at each object first. */
export const openFilesWarehouse = (
  connection: DuckDBConnection,
  folder: string,
): Warehouse & { bytesOf(sql: string): Promise<number> } => ({
  ask: async ({ sql, row }) => {
    const files = listOf(filesOf(sql, folder))
    const events = `read_parquet(${files}, hive_partitioning = true, hive_types = {'date': VARCHAR})`
    const reader = await connection.runAndReadAll(sql.replaceAll('FROM events', `FROM ${events}`))
    return reader.getRowObjectsJS().map((one) => row.parse(withNumbers(one)))
  },

  /** Compressed, of the columns that the statement names: what Athena counts of Parquet. */
  bytesOf: async (sql) => {
    const reader = await connection.runAndReadAll(
      `SELECT path_in_schema AS name, CAST(sum(total_compressed_size) AS DOUBLE) AS bytes
       FROM parquet_metadata(${listOf(filesOf(sql, folder))}) GROUP BY 1`,
    )
    return reader
      .getRowObjectsJS()
      .filter(({ name }) => new RegExp(`\\b${name}\\b`).test(sql))
      .reduce((sum, { bytes }) => sum + Number(bytes), 0)
  },
})

const listOf = (files: readonly string[]) => `[${files.map((file) => `'${file}'`).join(', ')}]`

const withNumbers = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  )
