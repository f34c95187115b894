import type { New } from '#contract/http/revision'
import type { Lesson, Module } from '#contract/lessons/lesson'
import type { Editor } from '#contract/lessons/routes'

/** Something whose fields several people write: each field knows the revision that changed it last. */
export interface Versioned<T> {
  readonly item: T
  readonly changed: Readonly<Record<string, number>>
  /** Of the fields that people changed, who did it last. */
  readonly hands: Hands
}

/** Somebody who changed something. */
export interface Hand {
  readonly userId: string
  /** As they were called then; empty of somebody who gave no name. */
  readonly name: string
  readonly at: string
}
export type Hands = Readonly<Record<string, Hand>>

/** What is written of something: its own fields, and what keeps count of them. */
export type Fields = Readonly<Record<string, unknown>>

/** A write of an item that stands in a course's outline, under the condition of what was read of it. */
export interface OutlineWrite {
  readonly kind: 'module' | 'lesson'
  readonly id: string
  /** Only these fields change; null takes one away. Without any, the item is only held to what was read. */
  readonly set?: Fields
  readonly seen: {
    readonly revision?: number
    readonly position?: number
    /** Of a lesson. */
    readonly moduleId?: string
  }
}

export interface Contents {
  readonly modules: Module[]
  readonly lessons: Lesson[]
}

export interface OutlineRepository {
  /** A lesson is there as long as its module is. Of many, each is as it was when its page was read. */
  listContents(courseId: string): Promise<Contents>
  /** The same as all of it stood at one moment, though others write meanwhile. */
  listAtOnce(courseId: string): Promise<Contents>
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
  /** Of a module that is yet to be added; false, and some may be written, when it is there already. */
  addLessonsOfNew(
    module: Pick<Module, 'courseId' | 'id'>,
    lessons: readonly New<Lesson>[],
  ): Promise<boolean>
  /** With its lessons; false when it was not there. */
  deleteModule(courseId: string, moduleId: string, removal: Removal): Promise<boolean>
  deleteLesson(courseId: string, lessonId: string, removal: Removal): Promise<boolean>
  /** Takes a deletion back, or finds that there is none; false when it is not kept any more. */
  restoreModule(courseId: string, moduleId: string): Promise<boolean>
  /** False when it is not kept any more, or its module is not there. */
  restoreLesson(courseId: string, lessonId: string): Promise<boolean>
}

/** What is deleted together can be brought back together, until it is gone for good. */
export interface Removal {
  readonly id: string
  /** In seconds. */
  readonly expiresAt: number
}

/** Who has an editor open; each is forgotten by itself. */
export interface EditorRepository {
  announce(courseId: string, userId: string, editor: Editor, expiresAt: number): Promise<void>
  leave(courseId: string, userId: string): Promise<void>
  /** By user, those that may be gone too. */
  list(courseId: string): Promise<ReadonlyMap<string, Editor>>
}
