import { z } from 'zod'
import { Instant } from '#contract/platform/ids'

/** Who may open a lesson. */
export const Audience = z.discriminatedUnion('who', [
  /** A free preview, also without signing in. */
  z.object({ who: z.literal('everyone') }),
  /** The course's members: from an instant on, or (null) at once. */
  z.object({ who: z.literal('members'), from: Instant.nullable() }),
])
export type Audience = z.infer<typeof Audience>
