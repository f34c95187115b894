/** A table of a report, for the terminal and for the page. */
export interface Table {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of figures, by their places. */
  readonly figures: readonly number[]
  readonly notes: readonly string[]
}
