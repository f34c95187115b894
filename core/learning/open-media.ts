import type { CourseId } from '#contract/ids'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { ContentSigner } from '../ports/content.ts'
import type { CourseRepository } from '../ports/courses.ts'
import { findOwnCourse } from '../teaching/find-own-course.ts'
import { sessionEnd } from './open-course.ts'

/** Lets those who teach a course see its media, published or not. */
export const openMedia = async (
  deps: { courses: CourseRepository; signer: ContentSigner; clock: Clock },
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<{ expiresAt: Date; cookies: Record<string, string> }> => {
  await findOwnCourse(deps, { actor, courseId })
  const expiresAt = sessionEnd(deps.clock)
  return { expiresAt, cookies: await deps.signer.signCourse(siteHost, courseId, expiresAt) }
}
