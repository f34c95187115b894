/*
 * Finding in the texts of pages: without regard to case, accents, ligatures, soft hyphens and how a line is broken.
 */

/** A piece of text as it stands on a page. */
export interface TextItem {
  readonly str: string
  readonly hasEOL: boolean
}

/** A place in a page's items. */
interface Spot {
  readonly item: number
  readonly offset: number
}

/** From the first character of a match to behind its last. */
export interface Match {
  readonly from: Spot
  readonly to: Spot
}

const MOST_MATCHES_OF_PAGE = 1_000

/** Of a query or a page: what is compared. */
export function folded(text: string): string {
  let all = ''
  for (const character of text) all = join(all, fold(character))
  return all.trim()
}

export const foldedPage = (items: readonly TextItem[]): string => folded(textOf(items))

/** Words stand apart where a line ends. */
const textOf = (items: readonly TextItem[]) =>
  items.map(({ str, hasEOL }) => (hasEOL ? `${str} ` : str)).join('')

/** How often a query stands in a page, both folded. */
export function countIn(page: string, query: string): number {
  if (query === '') return 0
  let count = 0
  for (
    let at = page.indexOf(query);
    at !== -1 && count < MOST_MATCHES_OF_PAGE;
    at = page.indexOf(query, at + query.length)
  )
    count += 1
  return count
}

/** Where a folded query stands on a page, in the order in which `countIn` counts. */
export function matchesIn(items: readonly TextItem[], query: string): Match[] {
  if (query === '') return []
  let all = ''
  const spots: Spot[] = []
  for (const [item, { str, hasEOL }] of items.entries()) {
    let offset = 0
    for (const character of hasEOL ? `${str} ` : str) {
      const joined = join(all, fold(character))
      for (let at = all.length; at < joined.length; at++)
        spots.push({ item, offset: Math.min(offset, str.length) })
      all = joined
      offset += character.length
    }
  }
  const found: Match[] = []
  for (
    let at = all.indexOf(query);
    at !== -1 && found.length < MOST_MATCHES_OF_PAGE;
    at = all.indexOf(query, at + query.length)
  ) {
    const from = spots[at]
    const last = spots[at + query.length - 1]
    if (from && last) found.push({ from, to: behind(items, last) })
  }
  return found
}

function behind(items: readonly TextItem[], { item, offset }: Spot): Spot {
  const str = items[item]?.str ?? ''
  const width = [...str.slice(offset)][0]?.length ?? 0
  return { item, offset: Math.min(str.length, offset + width) }
}

/** Spaces of any kind are one; none stands at the beginning. */
const join = (all: string, more: string) =>
  more === ' ' && (all === '' || all.endsWith(' ')) ? all : all + more

const SPACE = /^\s$/u
const fold = (character: string): string => {
  if (SPACE.test(character)) return ' '
  return character
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad\u200b-\u200d]/gu, '')
    .toLowerCase()
}
