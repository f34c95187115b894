import type { HistoryEntry } from '#contract/courses/publishing/history'
import type { ScheduledPublishing } from '#contract/courses/publishing/schedule'
import type { Said } from '#contract/words/said'
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

/** A draft that is to be published by itself. */
export interface Scheduled extends ScheduledPublishing {
  readonly courseId: string
  readonly userId: string
}

/** One time a course at most. */
export interface Schedules {
  get(courseId: string): Promise<Scheduled | null>
  put(scheduled: Scheduled): Promise<void>
  /** Keeps why it was not published, unless it is for another time by now. */
  fail(scheduled: Scheduled, failure: Said): Promise<void>
  /** That of a time, if one is named. */
  remove(courseId: string, at?: string): Promise<void>
  /** The earliest first, those of failures not among them. */
  listDue(now: Date, most: number): Promise<Scheduled[]>
}
