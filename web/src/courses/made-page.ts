import type { QueryClient } from '@tanstack/react-query'
import { readPublication } from '#contract/courses/own-publication'
import { MADE_PAGE_ID, type MadePage } from '#contract/courses/public-pages'
import { ownPublication } from './own-publications.ts'
import { catalogueQuery, courseQuery } from './public-queries.ts'

/**
 * What the HTML at an address was made of; undefined where it is the client's empty page, and where this tab published
 * something since that the edge has not heard of.
 */
export function readMadePage(path: string): MadePage | undefined {
  const text = document.getElementById(MADE_PAGE_ID)?.textContent
  const made: MadePage | undefined = text ? JSON.parse(text) : undefined
  return made?.path === path && !isBehind(made) ? made : undefined
}

function isBehind({ path, shown }: MadePage): boolean {
  const own = shown.kind === 'catalogue' ? ownPublication() : ownPublication(courseIn(path))
  if (!own) return false
  const { courseId, version } = readPublication(own)
  const cards = shown.kind === 'catalogue' ? shown.courses.items : [shown.course]
  return !cards.some((card) => card.id === courseId && card.version >= version)
}

/** Answers what the page asks for with what it was made of, which is as old as it says. */
export function fillQueries(queries: QueryClient, { path, shown, madeAt }: MadePage): void {
  const options = { updatedAt: madeAt }
  if (shown.kind === 'catalogue') {
    const first = { pages: [shown.courses], pageParams: [undefined] }
    queries.setQueryData(catalogueQuery().queryKey, first, options)
  } else queries.setQueryData(courseQuery(courseIn(path)).queryKey, shown.course, options)
}

/** The id or slug in a course's address. */
const courseIn = (path: string) => path.slice(path.lastIndexOf('/') + 1)
