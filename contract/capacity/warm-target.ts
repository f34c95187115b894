import { z } from 'zod'

/** From a moment on, other bounds: a schedule, its time zone, the least and the most. */
const ScheduledBounds = z.tuple([
  z.string(),
  z.string(),
  z.number().int().min(0),
  z.number().int().min(1),
])

/** A function’s warm environments, as the stacks tell whoever scales them. */
export const WarmTarget = z.object({
  /** Of Application Auto Scaling: `function:<name>:<alias>`. */
  resourceId: z.string(),
  min: z.number().int().min(0),
  max: z.number().int().min(1),
  schedule: z.array(ScheduledBounds),
  /** By kind of burst: environments for each member of a course for whom one comes. */
  perMember: z.record(z.string(), z.number().min(0)),
})
export type WarmTarget = z.infer<typeof WarmTarget>
