import type { CourseDraft } from '#contract/courses/course'
import type { AccessTerms } from '#contract/enrolments/access'
import type { Membership } from '#contract/memberships/team'
import type { Enrolment } from '#contract/progress/progress'
import type { Asset } from '#contract/videos/asset'

/** What a decision about access reads; the nouns' own repositories are such readers. */
export interface CourseReader {
  get(courseId: string): Promise<CourseDraft | null>
}

/** As the table says now: nothing that is decided by it is remembered. */
export interface MembershipReader {
  get(courseId: string, userId: string): Promise<Membership | null>
}

/** What says who may do what in a course. */
export interface TeachingReaders {
  readonly courses: CourseReader
  readonly memberships: MembershipReader
}

export interface AssetReader {
  get(assetId: string): Promise<Asset | null>
}

/** What of a published course says who may learn it. */
export interface OpenedCourse {
  readonly ownerId: string
  readonly version: number
  readonly outdated: boolean
}

/** A remembered course that is not `enough` is read anew. */
export interface PublishedReader {
  find(courseId: string, enough: (course: OpenedCourse) => boolean): Promise<OpenedCourse | null>
}

/** Whether somebody is enrolled, and whatever lies beside it and is read with it. */
export interface Learning {
  readonly enrolment: (Enrolment & AccessTerms) | null
}

/** Reads of one person in one course. */
export type ReadLearning<L extends Learning> = (userId: string, courseId: string) => Promise<L>
