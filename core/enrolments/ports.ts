import type { AccessTerms } from '#contract/enrolments/access'
import type { Enrolment, LessonProgress } from '#contract/progress/progress'
import type { Page, PageRequest } from '#core/platform/page'

/** An enrolment with the learner's summary of the course. */
export interface EnrolmentRecord extends Enrolment, AccessTerms {
  readonly completedLessons: number
  /** The published version whose lessons were counted; null where that was not kept. */
  readonly countedVersion: number | null
  readonly lastLessonId: LessonProgress['lessonId'] | null
  readonly lastActiveAt: string | null
  /** What the course's teachers read of them, as their token said it last; empty where it says none. */
  readonly name?: string | undefined
  /** The same of their e-mail address, for those teachers alone who may manage a course's people. */
  readonly address?: string | undefined
}

/** How a course's teachers know a learner. */
export interface KnownAs {
  readonly name: string
  /** Empty where nobody knows it. */
  readonly address: string
}

/** What stays of an enrolment that ended: to undo that, and of how teachers bound it. */
export interface FormerEnrolment extends Enrolment, AccessTerms, KnownAs {
  /** Null where it stays for ever, as what binds does. */
  readonly undoUntil: string | null
}

/** Kept for what is recorded, and read nowhere else. Of several the first stands. */
export interface Completion {
  /** When the last lesson of the published version was completed; undefined as long as there is one. */
  readonly completedAt?: string | undefined
}

export interface EnrolmentRepository {
  get(userId: string, courseId: string): Promise<EnrolmentRecord | null>
  /**
   * `full` where the course has as many as it may, which only one with `bounded` places can have. Of who `returns` nothing
   * former stays.
   */
  create(
    enrolment: EnrolmentRecord & Completion,
    bounded?: boolean,
    returns?: boolean,
  ): Promise<'created' | 'exists' | 'full'>
  /** With what stays, where something is to. */
  delete(userId: string, courseId: string, stays?: FormerEnrolment): Promise<void>
  /** What stayed of one that ended. */
  former(userId: string, courseId: string): Promise<FormerEnrolment | null>
  /** How teachers bind it from now on; false where there is none. */
  bind(userId: string, courseId: string, terms: AccessTerms): Promise<boolean>
  /** Last active first; before the first activity, the enrolment counts as one. */
  listOf(userId: string, page: PageRequest): Promise<Page<EnrolmentRecord>>
  /** What they are called from now on, and their address. */
  rename(userId: string, courseId: string, as: KnownAs): Promise<void>
  /** Where the learner was last; an earlier `at` than the one that stands changes nothing. */
  touch(
    userId: string,
    courseId: string,
    last: { readonly lessonId: LessonProgress['lessonId']; readonly at: string },
  ): Promise<void>
  /** How many lessons of that version are complete; of one version, the higher count stands. */
  setCompletedLessons(
    userId: string,
    courseId: string,
    count: Pick<EnrolmentRecord, 'completedLessons'> & {
      readonly countedVersion: number
    } & Completion,
  ): Promise<void>
}

/** How a course's teachers call its learners. */
export interface LearnerNames {
  /** By user id, of those of them who are enrolled and have a name. */
  inCourse(courseId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Takes a person's name and address away in every course; answers in how many they are. */
  forget(userId: string): Promise<number>
}

/** By what a course's learners are found: written apart from the enrolments, and following them. */
export interface RosterIndex {
  /** Who came in or left, in the order of the changes; told twice it comes to the same. */
  apply(courseId: string, changes: readonly RosterChange[]): Promise<void>
  rename(courseId: string, userId: string, before: KnownAs, now: KnownAs): Promise<void>
}

export interface RosterMender {
  /** Puts those in who are enrolled and missing; answers how many. */
  mend(courseId: string): Promise<number>
}

export interface RosterChange extends KnownAs {
  readonly userId: string
  readonly isEnrolled: boolean
}

/** Who came into a course, or left it, by an enrolment. */
export interface MembershipChange {
  readonly userId: string
  readonly enrolmentId: string
  readonly isEnrolled: boolean
}

/** Keeps what is counted current, from the table's changes. */
export interface EnrolmentCounter {
  /** Counts each of them once, however often it is told. */
  apply(courseId: string, changes: readonly MembershipChange[]): Promise<void>
  /** Compares all who are counted with all who are enrolled; answers how many had to be mended. */
  recount(courseId: string): Promise<number>
}
