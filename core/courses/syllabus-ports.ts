import type { AssetId, CourseId, LessonId } from '#contract/platform/ids'

/** What progress needs to know of a published lesson. */
export type SyllabusLesson =
  | {
      readonly kind: 'video'
      readonly id: LessonId
      readonly assetId: AssetId
      /** As it was at publishing. */
      readonly durationSeconds: number
      readonly completionShare: number
    }
  | { readonly kind: 'article'; readonly id: LessonId }

/** The lessons of a course's published version. */
export interface Syllabus {
  readonly courseId: CourseId
  readonly version: number
  readonly lessons: ReadonlyMap<string, SyllabusLesson>
}

/** What every heartbeat asks; answers may be some seconds old. */
export interface SyllabusReader {
  /**
   * Null for a course that was never published. A remembered syllabus that is not `enough` is read
   * anew, so that what was just published counts at once.
   */
  get(courseId: string, enough?: (syllabus: Syllabus) => boolean): Promise<Syllabus | null>
  /**
   * Seconds of what plays below an asset's address now: a video may be replaced without publishing
   * again. Null while nobody can say.
   */
  liveDuration(assetId: AssetId): Promise<number | null>
}
