/** Of the site's public lists and pages; all assumed. */
export const catalogue = {
  /** Courses that are looked at in an hour. */
  courses: 500,
  /** Pages of the list, with its orders, that are turned. */
  listPages: 50,
  /** Of an answer, a course's page with its lessons and a page of the list. */
  courseKb: 20,
  listKb: 8,
} as const

export interface Catalogue {
  readonly courses: number
  readonly listPages: number
  readonly courseKb: number
  readonly listKb: number
}
