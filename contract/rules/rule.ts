import { z } from 'zod'
import { LessonId, ModuleId } from '#contract/platform/ids'
import { ruleLimits } from './limits.ts'

/** What must have come to pass before a lesson opens to a learner. */
export const Rule = z.discriminatedUnion('when', [
  /** It is this calendar day in the course's zone, or a later one. */
  z.object({ when: z.literal('day'), on: z.iso.date() }),
  /** So many calendar days have begun in the course's zone since they enrolled. */
  z.object({
    when: z.literal('days'),
    after: z.number().int().min(1).max(ruleLimits.days),
  }),
  /** They have completed another lesson. */
  z.object({ when: z.literal('lesson'), lessonId: LessonId }),
  /** They have completed that share of a module's lessons. */
  z.object({
    when: z.literal('module'),
    moduleId: ModuleId,
    percent: z.number().int().min(1).max(100),
  }),
])
export type Rule = z.infer<typeof Rule>

/** All of them must hold. */
export const Rules = z.array(Rule).max(ruleLimits.rules)
export type Rules = z.infer<typeof Rules>
