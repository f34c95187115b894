interface Fixture {
  /** Over the columns of the rows. */
  readonly expression: string
  /** Rows of `(n bigint, x double, t varchar)`, as they stand in `VALUES`. */
  readonly rows: readonly string[]
  /** As Trino documents it. */
  readonly result: string | null
}

const none = ['CAST(NULL AS bigint), CAST(NULL AS double), CAST(NULL AS varchar)']
const some = ["3, 1.5e0, 'b'", "1, -2.25e0, 'a'", 'NULL, NULL, NULL', "1, 4e0, 'c'"]

/**
 * The functions that statements may use, for Trino and DuckDB have them alike, and what of them Trino documents.
 * https://trino.io/docs/current/functions/aggregate.html: aggregates leave out null, and are null of nothing, but for count
 * https://trino.io/docs/current/functions/math.html, https://trino.io/docs/current/functions/conversion.html
 */
export const allowedFunctions: Readonly<Record<string, readonly Fixture[]>> = {
  count: [
    { expression: 'count(*)', rows: some, result: '4' },
    { expression: 'count(n)', rows: some, result: '3' },
    { expression: 'count(DISTINCT n)', rows: some, result: '2' },
    { expression: 'count(n)', rows: none, result: '0' },
    { expression: "count(DISTINCT CASE WHEN t <> 'a' THEN n END)", rows: some, result: '2' },
  ],
  sum: [
    { expression: 'sum(n)', rows: some, result: '5' },
    { expression: 'sum(x)', rows: some, result: '3.25' },
    { expression: 'sum(n)', rows: none, result: null },
    { expression: 'sum(CASE WHEN n = 1 THEN 1 ELSE 0 END)', rows: some, result: '2' },
    { expression: 'sum(x) / 2', rows: some, result: '1.625' },
  ],
  max: [
    { expression: 'max(n)', rows: some, result: '3' },
    { expression: 'max(x)', rows: some, result: '4' },
    { expression: 'max(t)', rows: some, result: 'c' },
    { expression: 'max(n = 3)', rows: some, result: 'true' },
    { expression: 'max(t)', rows: none, result: null },
  ],
  // Where the value is null in the row that is the greatest, they differ: so a statement gives that row the least.
  max_by: [
    { expression: 'max_by(t, n)', rows: some, result: 'b' },
    { expression: 'max_by(t, CASE WHEN t IS NULL THEN -9 ELSE x END)', rows: some, result: 'c' },
    { expression: 'max_by(t, n)', rows: none, result: null },
  ],
  floor: [
    { expression: 'floor(max(x) + 0.9e0)', rows: some, result: '4' },
    { expression: 'floor(sum(x) - 4)', rows: some, result: '-1' },
    { expression: 'CAST(floor(sum(x)) AS bigint)', rows: some, result: '3' },
  ],
}
