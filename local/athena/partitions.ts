import type { GlueTable } from '#local/glue/glue-table'

const DAY_MS = 86_400_000
/** Folders that are asked for one by one; for more, all are listed at once. */
const MOST_FOLDERS = 100

export interface Days {
  readonly first: string
  readonly last: string
}

/**
 * The days that a statement is confined to: from the first to the last that its conditions name. Null where it may read
 * others: where a table is read without such a condition, or one could be read otherwise.
 */
export function daysOf(sql: string, tables: readonly string[] = ['events']): Days | null {
  const bare = sql.replace(/\s+/g, ' ').replace(/ IS NOT NULL\b/gi, '')
  const conditions = [
    ...bare.matchAll(
      /(?:WHERE|AND) "date" (?:= '(\d{4}-\d{2}-\d{2})'|BETWEEN '(\d{4}-\d{2}-\d{2})' AND '(\d{4}-\d{2}-\d{2})')/gi,
    ),
  ]
  const compared = bare.match(/"date" ?(?:[=<>!]|BETWEEN|IN\b|LIKE|NOT|IS)/gi) ?? []
  const read = bare.match(new RegExp(`\\b(FROM|JOIN) (${tables.join('|')})\\b`, 'gi')) ?? []
  if (conditions.length === 0 || compared.length !== conditions.length) return null
  if (read.length !== conditions.length || /\b(OR|NOT|date\s*\()\b/i.test(bare)) return null
  const days = conditions.flatMap((found) => found.slice(1).filter(Boolean)).sort()
  const [first, last] = [days.at(0), days.at(-1)]
  return first && last ? { first, last } : null
}

/**
 * The folders in which the table's projection puts those days, as Athena lists them; its whole place where that would be
 * too many, or where none are projected.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export function foldersOf({ location, parameters }: GlueTable, days: Days | null): string[] {
  const template = parameters['storage.location.template']
  if (!days || !template) return [location]
  const count = (Date.parse(days.last) - Date.parse(days.first)) / DAY_MS + 1
  // A table without events has one folder a day.
  const names = (parameters['projection.event.values'] ?? '').split(',')
  if (!(count >= 1) || count * names.length > MOST_FOLDERS) return [location]
  return Array.from({ length: count }, (_, n) => dayAfter(days.first, n)).flatMap((day) =>
    names.map((name) => template.replace(/\$\{event\}/g, name).replace(/\$\{date\}/g, day)),
  )
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Whether a file lies in a partition of those days. */
export const isOf = (key: string, days: Days | null): boolean => {
  const day = /\/date=([^/]+)\//.exec(key)?.[1]
  return !days || !day || (day >= days.first && day <= days.last)
}
