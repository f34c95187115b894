import type { New } from '#contract/http/revision'
import type { Lesson, Module } from '#contract/lessons/lesson'

/** Something whose fields several people write: each field knows the revision that changed it last. */
export interface Versioned<T> {
  readonly item: T
  readonly changed: Readonly<Record<string, number>>
}

/** What is written of something: its own fields, and what keeps count of them. */
export type Fields = Readonly<Record<string, unknown>>

/** A write of an item that stands in a course's outline, under the condition of what was read of it. */
export interface OutlineWrite {
  readonly kind: 'module' | 'lesson'
  readonly id: string
  /** Only these fields change; null takes one away. Without any, the item is only held to what was read. */
  readonly set?: Fields
  readonly seen: { readonly revision?: number; readonly position?: number }
}

export interface OutlineRepository {
  /** A lesson is there as long as its module is. */
  listContents(courseId: string): Promise<{ modules: Module[]; lessons: Lesson[] }>
  readModule(courseId: string, moduleId: string): Promise<Versioned<Module> | null>
  readLesson(courseId: string, lessonId: string): Promise<Versioned<Lesson> | null>
  /** With its first lesson, if one is given. False, and nothing is written, when one is there already. */
  addModule(module: New<Module>, first?: New<Lesson>): Promise<boolean>
  /** False, and nothing is written, when there is one with this id, or its module is not there any more. */
  addLesson(lesson: New<Lesson>): Promise<boolean>
  /**
   * Writes these, or none of them and answers false when one is not there, or is not as it was read. More
   * than a hundred are written a hundred at a time.
   */
  writeOutline(courseId: string, writes: readonly OutlineWrite[]): Promise<boolean>
  /** With its lessons; false when it was not there. */
  deleteModule(courseId: string, moduleId: string): Promise<boolean>
  deleteLesson(courseId: string, lessonId: string): Promise<boolean>
}
