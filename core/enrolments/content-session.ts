import type { ContentSigner } from '#core/courses/content-ports'
import type { Clock } from '#core/platform/clock'

/** Long enough for a long lecture with a break; short enough that leaving a course means leaving it. */
export const SESSION_SECONDS = 6 * 3600

/** A way into what lies below one prefix, for some hours. */
export interface ContentSession {
  readonly ends: { readonly expiresAt: string; readonly lastsSeconds: number }
  /** `content/<courseId>/…/`, where the browser is to send the cookies and nowhere else. */
  readonly prefix: string
  readonly cookies: Readonly<Record<string, string>>
}

export interface SessionDeps {
  readonly signer: ContentSigner
  readonly clock: Clock
}

/** Whether the actor may is asked before. */
export async function openPrefix(
  { signer, clock }: SessionDeps,
  siteHost: string,
  prefix: string,
): Promise<ContentSession> {
  const expiresAt = new Date(clock.now().getTime() + SESSION_SECONDS * 1000)
  return {
    ends: { expiresAt: expiresAt.toISOString(), lastsSeconds: SESSION_SECONDS },
    prefix,
    cookies: await signer.sign(siteHost, prefix, expiresAt),
  }
}
