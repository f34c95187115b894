import type { CourseDraft } from '#contract/courses/course'
import type { Enrolment } from '#contract/progress/progress'
import type { Asset } from '#contract/videos/asset'

/** What a decision about access reads; the nouns' own repositories are such readers. */
export interface CourseReader {
  get(courseId: string): Promise<CourseDraft | null>
}

export interface AssetReader {
  get(assetId: string): Promise<Asset | null>
}

export interface EnrolmentReader<E extends Enrolment> {
  get(userId: string, courseId: string): Promise<E | null>
}
