import type { CourseCard, CoursePage } from './course.ts'

/** So many courses the catalogue shows at first, and again at each wish for more. */
export const CARDS_A_PAGE = 24

/** What a public page shows: the catalogue's first courses, or one course. */
export type PublicPage =
  | {
      readonly kind: 'catalogue'
      readonly courses: { readonly items: CourseCard[]; readonly nextCursor: string | null }
    }
  | { readonly kind: 'course'; readonly course: CoursePage }

/** A public page as its HTML carries it, for the client that takes the page over. */
export interface MadePage {
  /** The address that it was made for, without its query. */
  readonly path: string
  /** When what it shows was read. Epoch milliseconds. */
  readonly madeAt: number
  readonly shown: PublicPage
}

/**
 * By which parameter of its query the edge asks for a page, which its address names beside the language: a course by id or
 * slug, or the list of all.
 */
export const PAGE_QUERY = { course: 'course', list: 'list' } as const

/** The element that holds a `MadePage` as JSON. */
export const MADE_PAGE_ID = 'made-page'
