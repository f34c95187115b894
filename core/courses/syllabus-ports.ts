import type { Audience } from '#contract/lessons/gate/audience'
import type { LessonKind, SyllabusOf } from '#contract/lessons/kinds/index'
import type { AssetId, CourseId } from '#contract/platform/ids'
import type { Release } from '#contract/rules/release'

/** What progress needs to know of a published lesson. */
export type SyllabusLesson = SyllabusOf<LessonKind>

/** The lessons of a course's published version. */
export interface Syllabus {
  readonly courseId: CourseId
  readonly version: number
  readonly lessons: ReadonlyMap<string, SyllabusLesson>
  /** By lesson, of those that are not for every member at once. */
  readonly audiences: ReadonlyMap<string, Audience>
  /** How they open to each. */
  readonly release: Release
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
