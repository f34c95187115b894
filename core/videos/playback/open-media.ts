import { contentPrefixes } from '#contract/courses/content-paths'
import type { CourseId } from '#contract/platform/ids'
import { findOwnCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { type ContentSession, openPrefix, type SessionDeps } from '#core/enrolments/content-session'
import type { Actor } from '#core/platform/actor'

/** Lets those who teach a course see its media, published or not. */
export const openMedia = async (
  deps: SessionDeps & TeachingReaders,
  { actor, courseId, siteHost }: { actor: Actor; courseId: CourseId; siteHost: string },
): Promise<ContentSession> => {
  await findOwnCourse(deps, { actor, courseId }, 'read')
  return openPrefix(deps, siteHost, contentPrefixes.media(courseId))
}
