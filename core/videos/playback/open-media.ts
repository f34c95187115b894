import type { CourseId } from '#contract/platform/ids'
import type { CourseSession } from '#contract/progress/progress'
import { findOwnCourse } from '#core/access/own-course'
import type { ContentSigner } from '#core/courses/content-ports'
import type { CourseRepository } from '#core/courses/ports'
import { SESSION_SECONDS, sessionEnd } from '#core/enrolments/open-course'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'

/** Lets those who teach a course see its media, published or not. */
export const openMedia = async (
  deps: { courses: CourseRepository; signer: ContentSigner; clock: Clock },
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<{
  session: Pick<CourseSession, 'expiresAt' | 'lastsSeconds'>
  cookies: Record<string, string>
}> => {
  await findOwnCourse(deps, { actor, courseId })
  const expiresAt = sessionEnd(deps.clock)
  return {
    session: { expiresAt: expiresAt.toISOString(), lastsSeconds: SESSION_SECONDS },
    cookies: await deps.signer.signCourse(siteHost, courseId, expiresAt),
  }
}
