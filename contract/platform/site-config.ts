import { z } from 'zod'
import { LessonSettings } from './lesson-settings.ts'

/** `/config.json` of the web origin, written by the edge stack: all that the web client must be told. */
export const SiteConfig = z.object({
  /** OpenID Connect issuer; discovery is below it. */
  issuer: z.string(),
  clientId: z.string(),
  /** The managed login's origin, for sign-out: `GET <loginUrl>/logout?client_id&logout_uri`. */
  loginUrl: z.string(),
  /** As the settings have it. */
  progress: z.object({ heartbeatSeconds: z.number() }),
  lessons: LessonSettings,
})
export type SiteConfig = z.infer<typeof SiteConfig>
