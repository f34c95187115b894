import type { CourseDraft } from '#contract/courses/course'
import type { Lesson, Module } from '#contract/lessons/lesson'
import type { AssetId, CourseId, FileId } from '#contract/platform/ids'

/** A video or a file to copy, by its id in the source and in the copy. */
export type Medium =
  | { readonly type: 'asset'; readonly from: AssetId; readonly to: AssetId; readonly name: string }
  | { readonly type: 'file'; readonly from: FileId; readonly to: FileId; readonly name: string }

/** All that is to be copied, as it was when somebody asked: whatever becomes of the source, each try copies the same. */
export interface CopyPlan {
  readonly from: CourseId
  readonly to: CourseId
  /** In order, with ids and links of the copy. */
  readonly modules: readonly (Module & { readonly lessons: readonly Lesson[] })[]
  readonly media: readonly Medium[]
}

/** How the copying of a course stands. */
export interface Copying {
  readonly courseId: CourseId
  /** The source's title. */
  readonly of: string
  readonly state: 'waiting' | 'working' | 'failed' | 'done'
  /** Its modules and lessons are there. */
  readonly outlined: boolean
  /** So many of the plan's media were gone through. */
  readonly copied: number
  readonly total: number
  /** Names of those that were gone by then. */
  readonly missing: readonly string[]
  /** Somebody goes on without those. */
  readonly without: boolean
  readonly startedAt: string
  readonly updatedAt: string
}

export interface Copyings {
  get(courseId: string): Promise<Copying | null>
  /** Makes a course and says that it is being copied; `taken` where the id or the slug is. */
  start(course: CourseDraft, copying: Copying): Promise<'started' | 'taken'>
  /** Replaces it, unless it is done. */
  save(copying: Copying): Promise<void>
  /** The course is whole: it may be published from then on. */
  finish(copying: Copying): Promise<void>
}

/** Asks a worker to copy what a copy still lacks. */
export interface CopyEvents {
  asked(courseId: CourseId): Promise<void>
}
