import type { z } from 'zod'

/** A statement, and what its rows are. */
export interface Statement<Row> {
  /** In the SQL that Trino and DuckDB share. */
  readonly sql: string
  readonly row: z.ZodType<Row>
}

export interface Warehouse {
  /** All rows. Rejects where the statement fails, as one does that would read more than it may. */
  ask<Row>(statement: Statement<Row>): Promise<Row[]>
}

/** Small files that are read whole. */
export interface FactStore {
  /** Null where there is none. */
  read<Fact>(key: string, schema: z.ZodType<Fact>): Promise<Fact | null>
  /** Writes what `change` makes of what stands there. Of several at once, none loses what another wrote. */
  update<Fact>(
    key: string,
    schema: z.ZodType<Fact>,
    change: (before: Fact | null) => Fact,
  ): Promise<void>
}
