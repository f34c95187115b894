import { z } from 'zod'
import { Instant } from '#contract/platform/ids'

/** How the copying of a course stands, as the copy's teachers are told. */
export const CourseCopying = z.object({
  /** The title of the course that it is copied from. */
  of: z.string(),
  /** `failed`: it waits for somebody to try again, or to go on without what is missing. */
  state: z.enum(['under_way', 'failed', 'done']),
  /** Of its videos and files. */
  copied: z.number().int().min(0),
  total: z.number().int().min(0),
  /** By name, those that were deleted before they could be copied. */
  missing: z.array(z.string()),
  startedAt: Instant,
})
export type CourseCopying = z.infer<typeof CourseCopying>
