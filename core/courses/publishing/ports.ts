import type { HistoryEntry } from '#contract/courses/publishing/history'
import type { Page, PageRequest } from '#core/platform/page'

/** An entry of a course's history as it is kept. */
export interface Publication extends HistoryEntry {
  readonly courseId: string
  readonly userId: string
}

/** By whose doing something is published. */
export interface Publisher {
  readonly userId: string
  /** What others may read; empty of somebody who gave none. */
  readonly name: string
}

/** What was published of courses; it is written with the course itself. */
export interface Publications {
  /** Newest first. */
  list(courseId: string, page: PageRequest): Promise<Page<Publication>>
  get(courseId: string, number: number): Promise<Publication | null>
  /** Null of a course that was never published, or last before histories were kept. */
  last(courseId: string): Promise<Publication | null>
}
