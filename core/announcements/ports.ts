import type { Announcement, AnnouncementDraft } from '#contract/announcements/announcement'
import type { Versioned } from '#core/lessons/ports'
import type { Page, PageRequest } from '#core/platform/page'

/** An announcement, and who began it. */
export interface AnnouncementRecord extends AnnouncementDraft {
  readonly authorId: string
}

/** What a change of an announcement writes. */
export type AnnouncementWrite = Partial<
  Pick<AnnouncementRecord, 'title' | 'text' | 'pinned' | 'publishAt' | 'editedAt'>
> & { readonly revision: number; readonly changed: Versioned<unknown>['changed'] }

export type Published = Omit<Announcement, 'isNew'>

export interface AnnouncementRepository {
  read(courseId: string, id: string): Promise<Versioned<AnnouncementRecord> | null>
  /** Those begun last first. */
  list(courseId: string, page: PageRequest): Promise<Page<AnnouncementRecord>>
  /** False when there is one with this id already. */
  create(announcement: AnnouncementRecord): Promise<boolean>
  /** False when it is not as it was `before`, or not there any more. */
  write(before: AnnouncementRecord, fields: AnnouncementWrite): Promise<boolean>
  /** False when there was none. */
  remove(courseId: string, id: string): Promise<boolean>
  /** How many are pinned, drafts among them; no more than `most` are counted. */
  countPinned(courseId: string, most: number): Promise<number>
}

/** What learners read. Whatever is listed is out by then, as the table says at that moment. */
export interface AnnouncementReader {
  /** Those that came out last first. */
  listOut(
    courseId: string,
    now: Date,
    asked: PageRequest & { readonly pinned: boolean },
  ): Promise<Page<Published>>
}

/** What a person's mark in a course says. It stays when they leave, for a return. */
export interface CourseMark {
  /** Until when they have seen what it announces; null: they have never looked. */
  readonly seenAt: string | null
  /** Whether the bell is silent about it. */
  readonly muted: boolean
}

/** Until when a person has seen what a course announces, and whether they want to hear of it. */
export interface SeenMarks {
  /** Seen by their mark in the course or by the one for all courses, whichever is later. */
  get(userId: string, courseId: string): Promise<CourseMark>
  /** All of a person's. */
  listOf(userId: string): Promise<{
    readonly everywhere: string | null
    readonly byCourse: ReadonlyMap<string, CourseMark>
  }>
  /** An earlier instant than the one that stands changes nothing. */
  moveOn(userId: string, courseId: string, until: string): Promise<void>
  /** The same for all of their courses. */
  moveOnEverywhere(userId: string, until: string): Promise<void>
  mute(userId: string, courseId: string, muted: boolean): Promise<void>
}

/** What is noted of what people do: ids alone. */
export interface AnnouncementLog {
  info(event: AnnouncementEvent, facts: Readonly<Record<string, string>>): void
}
export type AnnouncementEvent =
  | 'announcement.published'
  | 'announcement.withdrawn'
  | 'announcement.deleted'
