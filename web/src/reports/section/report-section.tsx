import { type ReactNode, useId, useState } from 'react'
import { words } from '#web/reports/words/en.ts'
import layout from '#web/ui/layout.module.css'
import { type Column, DataTable } from './data-table.tsx'
import { DownloadCsv } from './download-csv.tsx'
import styles from './section.module.css'

interface Props<Row> {
  readonly title: string
  /** What there is to see, in a sentence. */
  readonly summary: ReactNode
  readonly fileName: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Where the page has not all rows. @default `rows` */
  readonly allRows?: () => Promise<readonly Row[]>
  /** Whether the table is what is shown, and not beside it. */
  readonly asTable?: boolean
  readonly children?: ReactNode
}

/** One report: its title, what it says, a picture of it, and the same as a table and as a file. */
export function ReportSection<Row>(props: Props<Row>) {
  const { title, summary, fileName, columns, rows, keyOf, asTable = false, children } = props
  const [open, setOpen] = useState(false)
  const id = useId()
  const table = <DataTable name={title} columns={columns} rows={rows} keyOf={keyOf} />
  const isEmpty = rows.length === 0
  return (
    <section className={styles.report} aria-labelledby={id}>
      <div className={layout.titleRow}>
        <h2 id={id}>{title}</h2>
        {!isEmpty && (
          <DownloadCsv
            of={title}
            fileName={fileName}
            columns={columns}
            rows={props.allRows ?? (async () => rows)}
          />
        )}
      </div>
      <p className={styles.summary}>{summary}</p>
      {children}
      {!isEmpty && asTable && table}
      {!isEmpty && !asTable && (
        <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary aria-label={words.asTableOf(title)}>{words.asTable}</summary>
          {open && table}
        </details>
      )}
    </section>
  )
}
