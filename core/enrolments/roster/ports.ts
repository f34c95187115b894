import type { EnrolmentCode } from '#contract/enrolments/codes'
import type { EnrolmentRecord } from '#core/enrolments/ports'
import type { Page, PageRequest } from '#core/platform/page'

type Learners = Promise<Page<EnrolmentRecord>>

/** A course's learners, a page at a time, each as they are now; who came in this second may come a second later. */
export interface RosterReader {
  /** Last active first, to the hour from page to page; before the first activity, the enrolment counts as one. */
  byActivity(courseId: string, page: PageRequest): Learners
  byName(courseId: string, page: PageRequest): Learners
  /** With a word of whose name, and what follows it, begins what is looked for. */
  named(courseId: string, text: string, page: PageRequest): Learners
  addressed(courseId: string, text: string, page: PageRequest): Learners
}

/** What is noted of what teachers do to people: ids alone. */
export interface PeopleLog {
  info(event: PeopleEvent, facts: Readonly<Record<string, string | boolean>>): void
}

export type PeopleEvent =
  | 'people.access_changed'
  | 'people.removed'
  | 'people.returned'
  | 'people.code_made'
  | 'people.code_changed'

/** A course's codes, few enough to be read together. */
export interface CodeRepository {
  /** The youngest first. */
  list(courseId: string): Promise<EnrolmentCode[]>
  /** False where there is one of this id. */
  add(courseId: string, code: EnrolmentCode): Promise<boolean>
  /** False where it is not as it was. */
  write(courseId: string, before: EnrolmentCode, after: EnrolmentCode): Promise<boolean>
  /** That it enrolled somebody. */
  count(courseId: string, codeId: string): Promise<void>
  /** Counts somebody's try; false, and nothing is counted, where they have tried as often as they may in this hour. */
  mayTry(userId: string, now: Date): Promise<boolean>
}
