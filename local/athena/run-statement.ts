import type { GlueTable } from '#local/glue/glue-table'
import type { LakeFile } from './lake-files.ts'

export interface TableFiles {
  readonly table: GlueTable
  readonly files: readonly LakeFile[]
}

export interface ResultColumn {
  readonly name: string
  /** As Athena calls it. */
  readonly type: string
}

export interface Result {
  readonly columns: readonly ResultColumn[]
  /** As text; null where there is no value. */
  readonly rows: readonly (readonly (string | null)[])[]
}

/** Glue's types as DuckDB calls them, and DuckDB's as Athena does. */
const FROM_GLUE: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  bigint: 'BIGINT',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
}
const TO_ATHENA: Readonly<Record<string, string>> = {
  VARCHAR: 'varchar',
  BIGINT: 'bigint',
  INTEGER: 'integer',
  HUGEINT: 'bigint',
  DOUBLE: 'double',
  BOOLEAN: 'boolean',
}

/** Runs a statement over tables that are files. Rejects with what DuckDB says of one that it cannot run. */
export async function runStatement(sql: string, tables: readonly TableFiles[]): Promise<Result> {
  // Whoever asks for no report never waits for its native library.
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  try {
    for (const table of tables) await connection.run(viewOf(table))
    const reader = await connection.runAndReadAll(sql)
    const names = reader.columnNames()
    return {
      columns: reader.columnTypes().map((type, at) => ({
        name: names[at] ?? '',
        // A sum of whole numbers is a wider number here than there; a number with a point is one.
        type: TO_ATHENA[String(type)] ?? 'double',
      })),
      rows: reader
        .getRows()
        .map((row) => row.map((value) => (value === null ? null : String(value)))),
    }
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const viewOf = ({ table, files }: TableFiles): string => {
  const typed = (columns: GlueTable['columns']) =>
    columns.map(({ name, type }) => [name, FROM_GLUE[type] ?? 'VARCHAR'] as const)
  const columns = typed([...table.columns, ...table.partitionKeys])
  if (files.length === 0)
    return `CREATE TABLE ${named(table.name)} (${columns.map(([name, type]) => `${named(name)} ${type}`).join(', ')})`
  const partitions = typed(table.partitionKeys)
    .map(([name, type]) => `${quoted(name)}: ${type}`)
    .join(', ')
  const paths = `[${files.map(({ path }) => quoted(path)).join(', ')}]`
  const partitioned = `hive_partitioning = true, hive_types = {${partitions}}`
  const shape = typed(table.columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
  const read =
    table.parameters.classification === 'json'
      ? `read_json(${paths}, format = 'newline_delimited', columns = {${shape.join(', ')}}, ${partitioned})`
      : `read_parquet(${paths}, ${partitioned}, union_by_name = true)`
  return `CREATE VIEW ${named(table.name)} AS SELECT ${columns
    .map(([name, type]) => `CAST(${named(name)} AS ${type}) AS ${named(name)}`)
    .join(', ')} FROM ${read}`
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
const named = (text: string) => `"${text.replaceAll('"', '""')}"`
