import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { Title } from '#contract/lessons/kinds/base'
import { ofAnyKind } from '#contract/lessons/kinds/index'
import { CourseId, ModuleId } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'

/** A lesson as its teachers edit it. */
export const Lesson = ofAnyKind('draft')
export type Lesson = z.infer<typeof Lesson>

/** What making a lesson takes. */
export const LessonCreation = ofAnyKind('creation')
export type LessonCreation = z.infer<typeof LessonCreation>

export const Module = z.object({
  id: ModuleId,
  courseId: CourseId,
  title: Title,
  position: z.number(),
  /** They hold for all its lessons. */
  rules: Rules.optional(),
  revision: Revision,
})
export type Module = z.infer<typeof Module>

/** A lesson within an outline; a long text is null where one answer cannot hold the texts of all. */
export const OutlinedLesson = ofAnyKind('outlined')
export type OutlinedLesson = z.infer<typeof OutlinedLesson>

/** A draft outline: every module in order, with its lessons in order. */
export const DraftOutline = z.array(Module.extend({ lessons: z.array(OutlinedLesson) }))
export type DraftOutline = z.infer<typeof DraftOutline>
