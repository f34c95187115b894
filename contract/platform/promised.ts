import { z } from 'zod'

/** What a site promises, measured day by day. Of each, less is better. */
export const PromiseName = z.enum(['apiResponse', 'pageLoad', 'videoStart', 'failures'])
export type PromiseName = z.infer<typeof PromiseName>

export const PromiseLimits = z.object({
  /** Of what is measured in milliseconds; null of a share in percent. */
  percentile: z.number().nullable(),
  limit: z.number(),
  goal: z.number(),
})

/** The promises of a site. */
export const PromisesMade = z.record(PromiseName, PromiseLimits)
export type PromisesMade = z.infer<typeof PromisesMade>

/** What CloudWatch is told of the API, without dimensions: milliseconds. */
export const apiMetrics = { responseTime: 'ResponseTime' } as const
