import type { CourseId } from '#contract/platform/ids'
import { findOwnCourse } from '#core/access/own-course'
import type { ContentSigner } from '#core/courses/content-ports'
import type { CourseRepository } from '#core/courses/ports'
import { sessionEnd } from '#core/enrolments/open-course'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'

/** Lets those who teach a course see its media, published or not. */
export const openMedia = async (
  deps: { courses: CourseRepository; signer: ContentSigner; clock: Clock },
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<{ expiresAt: Date; cookies: Record<string, string> }> => {
  await findOwnCourse(deps, { actor, courseId })
  const expiresAt = sessionEnd(deps.clock)
  return { expiresAt, cookies: await deps.signer.signCourse(siteHost, courseId, expiresAt) }
}
