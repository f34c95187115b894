import type { TableProps as Table } from '#load/plot/html'

/** A table for the terminal. */
export function inText({ title, head, rows, figures, notes }: Table): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return figures.includes(column) ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const body = rows.length > 0 ? [line(head), ...rows.map(line)] : []
  return [title, '─'.repeat(title.length), ...body, ...notes.map((note) => `  ${note}`)].join('\n')
}
