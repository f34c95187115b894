import { rm, writeFile } from 'node:fs/promises'
import type { GlueColumn } from '#local/glue/glue-table'

/** Glue's types as DuckDB calls them. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  int: 'INTEGER',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
}

/** Whether a value of JSON becomes one of the column's. What has no value becomes null. */
export const fits = (type: string, value: unknown): boolean => {
  if (value === undefined || value === null) return true
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'string') return typeof value === 'string'
  return typeof value === 'number' && (type === 'double' || Number.isInteger(value))
}

/** A file of the table's columns, of one JSON object a row. What is no column is left out. */
export async function writeParquet(
  file: string,
  columns: readonly GlueColumn[],
  rows: readonly string[],
): Promise<void> {
  // Its native library takes as long to load as much else of a start: whoever records nothing never waits for it.
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const lines = `${file}.jsonl`
  await writeFile(lines, rows.join('\n'))
  const shape = columns
    .map(({ name, type }) => `${quoted(name)}: ${quoted(TYPES[type] ?? unknown(type))}`)
    .join(', ')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    await connection.run(
      `COPY (SELECT * FROM read_json(${quoted(lines)}, format = 'newline_delimited', columns = {${shape}}))
       TO ${quoted(file)} (FORMAT parquet, COMPRESSION snappy)`,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
    await rm(lines, { force: true })
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

const unknown = (type: string): never => {
  throw new Error(`The local Firehose writes no column of the type ${type}.`)
}
