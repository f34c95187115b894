import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AthenaClient,
  type ColumnInfo,
  GetQueryExecutionCommand,
  paginateGetQueryResults,
  type Row,
  StartQueryExecutionCommand,
} from '@aws-sdk/client-athena'
import type { Warehouse } from '#core/reports/facts/ports'

interface Place {
  readonly workGroup: string
  readonly database: string
}

/** Between two looks at a statement that runs. Milliseconds; each is longer than the last, up to the most. */
const FIRST_LOOK = 200
const MOST_BETWEEN = 2_000

/** Athena: where results lie, and how much a statement may read, its workgroup says. */
export const createAthenaWarehouse = (
  client: AthenaClient,
  { workGroup, database }: Place,
): Warehouse => ({
  ask: async ({ sql, row }) => {
    const { QueryExecutionId } = await client.send(
      new StartQueryExecutionCommand({
        QueryString: sql,
        WorkGroup: workGroup,
        QueryExecutionContext: { Database: database },
      }),
    )
    if (!QueryExecutionId) throw new Error('Athena took a statement and did not say as which.')
    await ended(client, QueryExecutionId)
    const values: Record<string, unknown>[] = []
    let isFirst = true
    for await (const { ResultSet } of paginateGetQueryResults({ client }, { QueryExecutionId })) {
      const columns = ResultSet?.ResultSetMetadata?.ColumnInfo ?? []
      // The first row of all is the columns' names.
      for (const one of (ResultSet?.Rows ?? []).slice(isFirst ? 1 : 0))
        values.push(valuesOf(columns, one))
      isFirst = false
    }
    return values.map((one) => row.parse(one))
  },
})

async function ended(client: AthenaClient, id: string): Promise<void> {
  for (let pause = FIRST_LOOK; ; pause = Math.min(MOST_BETWEEN, pause * 1.5)) {
    const { QueryExecution } = await client.send(
      new GetQueryExecutionCommand({ QueryExecutionId: id }),
    )
    const { State, StateChangeReason } = QueryExecution?.Status ?? {}
    if (State === 'SUCCEEDED') return
    if (State === 'FAILED' || State === 'CANCELLED')
      throw new Error(`Athena's statement ${id} ${State.toLowerCase()}: ${StateChangeReason}`)
    await sleep(pause)
  }
}

const valuesOf = (columns: readonly ColumnInfo[], { Data }: Row): Record<string, unknown> =>
  Object.fromEntries(columns.map(({ Name = '', Type }, at) => [Name, plainOf(Type, Data?.[at])]))

/** Everything comes as text, and null as none. */
const plainOf = (type: string | undefined, datum: { VarCharValue?: string } | undefined) => {
  const text = datum?.VarCharValue
  if (text === undefined) return null
  if (type === 'varchar' || type === 'string') return text
  return type === 'boolean' ? text === 'true' : Number(text)
}
