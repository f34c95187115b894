import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { Audience } from '#contract/lessons/gate/audience'
import { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
import { Rules } from '#contract/rules/rule'
import { lessonLimits } from './limits.ts'

export const Title = z.string().trim().min(1).max(lessonLimits.title)

/** What every lesson has, as its teachers edit it. */
export const DraftLesson = z.object({
  id: LessonId,
  courseId: CourseId,
  moduleId: ModuleId,
  title: Title,
  /** Lessons of a module stand in ascending order of this number. */
  position: z.number(),
  /** Without one it is for any member of the course, at once. */
  audience: Audience.optional(),
  /** When it opens to each of them; its module's hold beside them. */
  rules: Rules.optional(),
  revision: Revision,
})

/** What a published outline says of every lesson. */
export const LessonLine = z.object({
  id: LessonId,
  title: z.string(),
  /** Of those that are not for every member at once. */
  audience: Audience.optional(),
  /** Its module's among them, of those that may hold somebody up. */
  rules: Rules.optional(),
  /** Of what plays in it, as it was at publishing; null where nothing plays. */
  durationSeconds: z.number().nullable(),
})
