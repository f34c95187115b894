import { z } from 'zod'

/** What the canary finds in its environment. */
export const CanaryEnvironment = z.object({
  WEB_URL: z.url(),
  /** The slug of a course whose first lesson is a video. */
  COURSE: z.string().min(1),
  /** The Secrets Manager secret with its `CanaryAccount`. */
  ACCOUNT_SECRET_ARN: z.string().min(1),
})
export type CanaryEnvironment = z.infer<typeof CanaryEnvironment>

/** As whom the canary signs in. */
export const CanaryAccount = z.object({ username: z.email(), password: z.string().min(12) })
export type CanaryAccount = z.infer<typeof CanaryAccount>
