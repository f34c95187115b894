import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { CourseId, LessonId, ModuleId } from '#contract/platform/ids'
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
  revision: Revision,
})

/** What a published outline says of every lesson. */
export const LessonLine = z.object({
  id: LessonId,
  title: z.string(),
  /** Of what plays in it, as it was at publishing; null where nothing plays. */
  durationSeconds: z.number().nullable(),
})
