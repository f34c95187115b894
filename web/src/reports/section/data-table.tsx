import type { ReactNode } from 'react'
import type { Column as FileColumn } from './csv.ts'
import styles from './section.module.css'

/** A column of a table: what its file has, and how the page shows it. */
export interface Column<Row> extends FileColumn<Row> {
  /** @default the value itself */
  readonly show?: (row: Row) => ReactNode
  readonly isText?: true
}

interface Props<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** A table that scrolls by itself where it is wider or longer than its place. Its first column names the rows. */
export function DataTable<Row>({ name, columns, rows, keyOf }: Props<Row>) {
  const [first, ...others] = columns
  if (!first) return null
  const shown = (column: Column<Row>, row: Row) => column.show?.(row) ?? column.value(row)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
    <section className={styles.scroller} aria-label={name} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" data-text={column.isText}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{shown(first, row)}</th>
              {others.map((column) => (
                <td key={column.name} data-text={column.isText}>
                  {shown(column, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
