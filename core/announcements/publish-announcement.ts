import { type AnnouncementDraft, isOut } from '#contract/announcements/announcement'
import { say } from '#contract/say'
import { findOwnCourse } from '#core/access/own-course'
import { retryWhileOvertaken } from '#core/lessons/retry-while-overtaken'
import { DomainError, notFound } from '#core/platform/errors'
import type { AnnouncementLog } from './ports.ts'
import {
  findVersioned,
  type OfAnnouncement,
  tryToWrite,
  type WriteDeps,
} from './write-announcement.ts'

type Deps = WriteDeps & { readonly log: AnnouncementLog }

/**
 * Lets learners read an announcement from an instant on; one that is over, or null, is now. What is out stays out as it
 * came out.
 * @throws DomainError `conflict` where one that is out should come out later
 */
export async function publishAnnouncement(
  deps: Deps,
  { announcementId, at, ...input }: OfAnnouncement & { readonly at: string | null },
): Promise<AnnouncementDraft> {
  await findOwnCourse(deps, input, 'announce')
  const { courseId, actor } = input
  const published = await retryWhileOvertaken(async () => {
    const now = deps.clock.now().toISOString()
    const stored = await findVersioned(deps, courseId, announcementId)
    const publishAt = at === null || at < now ? now : new Date(at).toISOString()
    const wasOut = isOut(stored.item, deps.clock.now())
    if (wasOut && publishAt > now) throw new DomainError('conflict', say('announcement_out'))
    const fields = wasOut ? {} : { publishAt }
    return tryToWrite(deps, stored, { fields })
  })
  deps.log.info('announcement.published', { courseId, announcementId, by: actor.userId })
  return published
}

/** Makes it a draft again, whether it is out or yet to come out. */
export async function withdrawAnnouncement(
  deps: Deps,
  { announcementId, ...input }: OfAnnouncement,
): Promise<AnnouncementDraft> {
  await findOwnCourse(deps, input, 'announce')
  const { courseId, actor } = input
  const withdrawn = await retryWhileOvertaken(async () => {
    const stored = await findVersioned(deps, courseId, announcementId)
    return tryToWrite(deps, stored, { fields: { publishAt: null, editedAt: null } })
  })
  deps.log.info('announcement.withdrawn', { courseId, announcementId, by: actor.userId })
  return withdrawn
}

export async function deleteAnnouncement(
  deps: Deps,
  { announcementId, ...input }: OfAnnouncement,
): Promise<void> {
  await findOwnCourse(deps, input, 'announce')
  const { courseId, actor } = input
  if (!(await deps.announcements.remove(courseId, announcementId))) throw notFound('announcement')
  deps.log.info('announcement.deleted', { courseId, announcementId, by: actor.userId })
}
