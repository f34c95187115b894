/** One column of a table, on the page and in its file. */
export interface Column<Row> {
  readonly name: string
  /** Where the file says more, such as a unit. @default `name` */
  readonly nameInFile?: string
  /** For the file: figures bare, texts as they are. */
  readonly value: (row: Row) => string | number
}

/** Excel takes a file for UTF-8 by this alone. */
const BYTE_ORDER_MARK = '\uFEFF'

/** With what a spreadsheet begins a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/

/** A table as a file that spreadsheets read: https://www.rfc-editor.org/rfc/rfc4180 */
export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  BYTE_ORDER_MARK +
  [
    columns.map(({ name, nameInFile }) => fieldOf(nameInFile ?? name)),
    ...rows.map((row) => columns.map(({ value }) => fieldOf(value(row)))),
  ]
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('')

/** People name themselves and their lessons: what would be a formula is made a text, by an apostrophe. */
function fieldOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
