import { siteConfig } from '#web/people/site-config.ts'

/** How often a playing video says where it is, as the site tells. */
export const heartbeatSeconds = async (): Promise<number> =>
  (await siteConfig()).progress.heartbeatSeconds
