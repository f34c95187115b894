import type { AnnouncementId, CourseId } from '#contract/platform/ids'

/** An announcement in short, whether it is out or yet to come out. */
export interface NewsEntry {
  readonly id: AnnouncementId
  readonly title: string
  readonly publishAt: string
}

/** What a course announced last, for all of its people in one item. */
export interface CourseNews {
  readonly courseId: CourseId
  readonly courseTitle: string
  /** Those that come out last first. */
  readonly entries: readonly NewsEntry[]
}

export interface NewsRepository {
  get(courseId: string): Promise<(CourseNews & { readonly revision: number }) | null>
  /** Of those that have any, in no order. */
  listOf(courseIds: readonly string[]): Promise<CourseNews[]>
  /** Over the revision that was read, null where there was none. False when somebody was faster. */
  write(news: CourseNews, revision: number | null): Promise<boolean>
}
