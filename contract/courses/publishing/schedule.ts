import { z } from 'zod'
import { Said } from '#contract/http/said'
import { Instant } from '#contract/platform/ids'

/** When a draft, as it is then, is published by itself. */
export const ScheduledPublishing = z.object({
  at: Instant,
  /** Whose doing it is; empty of somebody who gave no name. */
  by: z.string(),
  /** Why it was not published at its time; null while it is waited for. */
  failure: Said.nullable(),
})
export type ScheduledPublishing = z.infer<typeof ScheduledPublishing>
