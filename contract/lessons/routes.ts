import { z } from 'zod'
import { defineRoutes } from '#contract/http/route'
import { CourseId, Instant, LessonId, ModuleId } from '#contract/platform/ids'
import { Title } from './kinds/base.ts'
import { MOST_LESSONS, MOST_MODULES } from './kinds/limits.ts'
import { Lesson, Module } from './lesson.ts'

const OfCourse = z.object({ courseId: CourseId })
const OfModule = OfCourse.extend({ moduleId: ModuleId })
const OfLesson = OfCourse.extend({ lessonId: LessonId })

/** Made up by whoever asks, and the same for every try: it makes one copy. */
export const CopyKey = z.string().regex(/^[\w-]{16,64}$/)

const Copying = z.object({
  key: CopyKey,
  /** The copy's. */
  title: Title,
})

/** Somebody who has a course's editor open. */
export const Editor = z.object({
  /** Empty of somebody who gave none. */
  name: z.string(),
  /** What they have open of it. */
  lessonId: LessonId.nullable(),
  seenAt: Instant,
})
export type Editor = z.infer<typeof Editor>

/** Who changed fields last, and when; those that nobody changed since they were made are not among them. */
export const FieldsChanged = z.record(
  z.string(),
  z.object({
    /** Empty of somebody who gave no name. */
    by: z.string(),
    /** Whether it was whoever asks. */
    mine: z.boolean(),
    at: Instant,
  }),
)
export type FieldsChanged = z.infer<typeof FieldsChanged>

/** A module and behind which other it is to stand; null: before all. */
export const ModulePlacement = z.object({ id: ModuleId, after: ModuleId.nullable() })
export type ModulePlacement = z.infer<typeof ModulePlacement>

/** A lesson, the module that it is to be in, and behind which other of it. */
export const LessonPlacement = z.object({
  id: LessonId,
  moduleId: ModuleId,
  after: LessonId.nullable(),
})
export type LessonPlacement = z.infer<typeof LessonPlacement>

export const outlines = defineRoutes(
  { service: 'teaching', access: 'user' },
  {
    moveItems: {
      method: 'PATCH',
      path: '/teaching/courses/{courseId}/outline',
      right: 'edit',
      summary:
        'Move modules, and lessons within and between them: all that are named are taken out, then put in one after the other',
      params: OfCourse,
      body: z.object({
        modules: z.array(ModulePlacement).max(MOST_MODULES).default([]),
        lessons: z.array(LessonPlacement).max(MOST_LESSONS).default([]),
      }),
      errors: ['not_found', 'conflict'],
    },
    restoreModule: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/modules/{moduleId}/restored',
      right: 'edit',
      summary: 'Bring a deleted module back, with the lessons that were deleted with it',
      params: OfModule,
      errors: ['not_found', 'conflict'],
    },
    restoreLesson: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}/restored',
      right: 'edit',
      summary: 'Bring a deleted lesson back to its place',
      params: OfLesson,
      errors: ['not_found', 'conflict'],
    },
    copyModule: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/modules/{moduleId}/copies',
      right: 'edit',
      summary: 'Copy a module and its lessons; links between them lead to the copies',
      params: OfModule,
      body: Copying,
      response: Module,
      status: 201,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    copyLesson: {
      method: 'POST',
      path: '/teaching/courses/{courseId}/lessons/{lessonId}/copies',
      right: 'edit',
      summary: 'Copy a lesson; links to itself lead to the copy',
      params: OfLesson,
      body: Copying,
      response: Lesson,
      status: 201,
      errors: ['not_found', 'conflict'],
      idempotent: true,
    },
    listChanged: {
      method: 'GET',
      path: '/teaching/courses/{courseId}/changed',
      right: 'read',
      summary: 'Who changed the fields of a module, a lesson or the course itself last, and when',
      params: OfCourse,
      query: z.object({
        /** @default the course */
        of: z.union([ModuleId, LessonId]).optional(),
      }),
      response: z.object({ fields: FieldsChanged }),
      errors: ['not_found'],
    },
    announceEditing: {
      method: 'PUT',
      path: '/teaching/courses/{courseId}/editors/me',
      right: 'read',
      summary: 'Say that I have the editor open, or that I close it, and learn who else has',
      // Each call says anew when somebody was there last.
      idempotent: false,
      params: OfCourse,
      body: z.object({
        lessonId: LessonId.nullable().default(null),
        leaves: z.boolean().default(false),
      }),
      response: z.object({ others: z.array(Editor) }),
      errors: ['not_found'],
    },
  },
)
