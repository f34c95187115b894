import { randomUUID } from 'node:crypto'
import { type JsonObject, numberAt, objectAt, textAt } from '#local/assembly/json'
import { AwsError } from '#local/aws-api/server'
import type { GlueTable } from '#local/glue/glue-table'
import type { Lake } from './lake-files.ts'
import { daysOf } from './partitions.ts'
import { type Result, runStatement, type TableFiles } from './run-statement.ts'

interface WorkGroup {
  /** What a statement may read; null where nothing bounds it. */
  readonly mostBytes: number | null
  readonly outputLocation: string
}

interface Options {
  readonly lake: Lake
  readonly tables: (database: string) => readonly GlueTable[]
  readonly workGroups: ReadonlyMap<string, WorkGroup>
}

interface Execution {
  readonly sql: string
  readonly workGroup: string
  readonly startedAt: number
  state: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
  reason: string
  bytes: number
  result: Result | null
}

/** https://docs.aws.amazon.com/athena/latest/ug/service-limits.html */
const MOST_SQL_BYTES = 262_144
/** https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
const ROWS_A_PAGE = 1000
/** Athena itself knows them for 45 days. */
const MOST_KEPT = 1000

/** Statements that run one after the other, and what became of them. */
export function createExecutions({ lake, tables, workGroups }: Options) {
  const all = new Map<string, Execution>()
  let running: Promise<void> = Promise.resolve()

  const run = async (execution: Execution, database: string, { mostBytes }: WorkGroup) => {
    if (execution.state !== 'RUNNING') return
    try {
      const known = tables(database)
      if (known.length === 0) throw new Error(`SCHEMA_NOT_FOUND: Schema ${database} does not exist`)
      const days = daysOf(
        execution.sql,
        known.map(({ name }) => name),
      )
      const asked = known.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(execution.sql))
      const found: TableFiles[] = await Promise.all(
        asked.map(async (table) => ({ table, files: await lake.files(table, days) })),
      )
      // Athena counts the columns that it reads alone, and so less.
      execution.bytes = found
        .flatMap(({ files }) => files)
        .reduce((sum, { bytes }) => sum + bytes, 0)
      if (mostBytes !== null && execution.bytes > mostBytes)
        throw new Error(`Bytes scanned limit was exceeded`)
      execution.result = await runStatement(execution.sql, found)
      if (execution.state === 'RUNNING') execution.state = 'SUCCEEDED'
    } catch (error) {
      if (execution.state !== 'RUNNING') return
      execution.state = 'FAILED'
      execution.reason = error instanceof Error ? error.message : String(error)
    }
  }

  const start = (input: JsonObject): JsonObject => {
    const sql = textAt(input, 'QueryString')
    const workGroup = textAt(input, 'WorkGroup') || 'primary'
    const group = workGroups.get(workGroup)
    if (!group) throw invalid(`WorkGroup ${workGroup} is not found.`)
    if (!sql.trim()) throw invalid('QueryString must not be empty.')
    if (Buffer.byteLength(sql) > MOST_SQL_BYTES)
      throw invalid(`QueryString is longer than ${MOST_SQL_BYTES} bytes.`)
    const id = randomUUID()
    const execution: Execution = {
      ...{ sql, workGroup, startedAt: Date.now() },
      ...{ state: 'RUNNING', reason: '', bytes: 0, result: null },
    }
    all.set(id, execution)
    const [oldest] = all.keys()
    if (all.size > MOST_KEPT && oldest) all.delete(oldest)
    const database = textAt(objectAt(input, 'QueryExecutionContext'), 'Database')
    running = running.then(() => run(execution, database, group))
    return { QueryExecutionId: id }
  }

  const find = (input: JsonObject): Execution => {
    const id = textAt(input, 'QueryExecutionId')
    const found = all.get(id)
    if (!found) throw invalid(`QueryExecution ${id} was not found`)
    return found
  }

  const get = (input: JsonObject): JsonObject => {
    const { sql, workGroup, startedAt, state, reason, bytes } = find(input)
    return {
      QueryExecution: {
        QueryExecutionId: textAt(input, 'QueryExecutionId'),
        Query: sql,
        WorkGroup: workGroup,
        Status: {
          State: state,
          SubmissionDateTime: startedAt / 1000,
          ...(reason && { StateChangeReason: reason }),
        },
        Statistics: { DataScannedInBytes: bytes },
      },
    }
  }

  const results = (input: JsonObject): JsonObject => {
    const { state, result } = find(input)
    if (state !== 'SUCCEEDED' || !result)
      throw invalid(`Query has not yet finished. Current state: ${state}`)
    const from = Number(textAt(input, 'NextToken') || '0')
    const most = numberAt(input, 'MaxResults') ?? ROWS_A_PAGE
    if (!(most >= 1 && most <= ROWS_A_PAGE)) throw invalid(`MaxResults is 1 to ${ROWS_A_PAGE}.`)
    // The columns' names are the first row of all.
    const rows = [result.columns.map(({ name }): string | null => name), ...result.rows]
    return {
      ResultSet: {
        ResultSetMetadata: {
          ColumnInfo: result.columns.map(({ name, type }) => ({ Name: name, Type: type })),
        },
        Rows: rows.slice(from, from + most).map((row) => ({
          Data: row.map((text): JsonObject => (text === null ? {} : { VarCharValue: text })),
        })),
      },
      ...(from + most < rows.length && { NextToken: String(from + most) }),
    }
  }

  const stop = (input: JsonObject): JsonObject => {
    const execution = find(input)
    if (execution.state === 'RUNNING') execution.state = 'CANCELLED'
    return {}
  }

  const operations: Readonly<Record<string, (input: JsonObject) => JsonObject>> = {
    StartQueryExecution: start,
    GetQueryExecution: get,
    GetQueryResults: results,
    StopQueryExecution: stop,
  }
  return {
    answer(operation: string, input: JsonObject): JsonObject {
      const answer = operations[operation]
      if (!answer)
        throw new AwsError('UnknownOperationException', `The local Athena has no ${operation}.`)
      return answer(input)
    },
    async close() {
      for (const execution of all.values())
        if (execution.state === 'RUNNING') execution.state = 'CANCELLED'
      await running
    },
  }
}

const invalid = (message: string) => new AwsError('InvalidRequestException', message)
