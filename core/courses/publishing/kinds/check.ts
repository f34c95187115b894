import type { PublishWarning } from '#contract/courses/publishing/warnings'
import type { CourseFile } from '#contract/files/file'
import type { DraftOf, LessonKind } from '#contract/lessons/kinds/index'
import type { CourseId } from '#contract/platform/ids'
import type { Asset } from '#contract/videos/asset'

/** What a check may ask of the course. */
export interface Checked {
  readonly courseId: CourseId
  readonly lessonIds: ReadonlySet<string>
  readonly videos: ReadonlyMap<string, Asset>
  /** Those that are ready, of the files that lessons use. */
  readonly files: ReadonlyMap<string, CourseFile>
}

type Without<T> = T extends { readonly lesson: string } ? Omit<T, 'lesson' | 'lessonId'> : never
/** A warning of a lesson, without which lesson it is. */
export type LessonWarning = Without<PublishWarning>

/** What in a lesson of a kind is likely a mistake, and yet may be published. */
export type CheckOf<K extends LessonKind> = (
  lesson: DraftOf<K>,
  checked: Checked,
) => readonly LessonWarning[]
