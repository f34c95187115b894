import { type Match, matchesIn, type TextItem } from './model/find-text.ts'
import type { Marked } from './use-find.ts'

/** As the style sheet paints them; where a browser knows no such marks, pages are gone to all the same. */
const FOUND = 'document-found'
const FOUND_NOW = 'document-found-now'

const highlightOf = (name: string): Highlight | undefined => {
  if (!('highlights' in CSS)) return undefined
  const known = CSS.highlights.get(name)
  if (known) return known
  const made = new Highlight()
  // Over the other, which covers the same match.
  made.priority = name === FOUND_NOW ? 1 : 0
  CSS.highlights.set(name, made)
  return made
}

/** Marks what was found on a page; answers where the match is that was gone to, and how to take the marks away. */
export function markFound(
  number: number,
  items: readonly TextItem[],
  elements: readonly HTMLElement[],
  { query, now }: Marked,
): { readonly current: Range | undefined; readonly clear: () => void } {
  const ranges = matchesIn(items, query).map((match) => rangeOf(match, elements))
  const current = now?.page === number ? ranges[now.nth] : undefined
  const found = highlightOf(FOUND)
  const foundNow = highlightOf(FOUND_NOW)
  for (const range of ranges) if (range) found?.add(range)
  if (current) foundNow?.add(current)
  return {
    current,
    clear: () => {
      for (const range of ranges) if (range) found?.delete(range)
      if (current) foundNow?.delete(current)
    },
  }
}

function rangeOf({ from, to }: Match, elements: readonly HTMLElement[]): Range | undefined {
  const start = elements[from.item]?.firstChild
  const end = elements[to.item]?.firstChild
  if (!start || !end) return undefined
  const range = document.createRange()
  range.setStart(start, from.offset)
  range.setEnd(end, to.offset)
  return range
}
