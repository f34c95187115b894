import { notificationLimits } from '#contract/notifications/limits'
import type { Notification } from '#contract/notifications/routes'
import { requireRole } from '#core/access/site-role'
import type { SeenMarks } from '#core/announcements/ports'
import { seenUntil } from '#core/announcements/seen-until'
import type { EnrolmentRepository } from '#core/enrolments/ports'
import type { Actor } from '#core/platform/actor'
import type { Clock } from '#core/platform/clock'
import type { NewsRepository } from './ports.ts'

interface Deps {
  readonly enrolments: Pick<EnrolmentRepository, 'listOf'>
  readonly news: Pick<NewsRepository, 'listOf'>
  readonly marks: Pick<SeenMarks, 'listOf' | 'moveOnEverywhere'>
  readonly clock: Clock
}

/**
 * What came out in the actor's courses since they enrolled in each, newest first. Nothing was written for them: it is what
 * their courses tell everybody, beside their own marks. Three requests, however many announce.
 */
export async function listNotifications(
  { enrolments, news, marks, clock }: Deps,
  { actor }: { readonly actor: Actor },
): Promise<{ items: Notification[]; unread: number }> {
  requireRole(actor, 'learner')
  const now = clock.now().toISOString()
  const [mine, seen] = await Promise.all([
    enrolments.listOf(actor.userId, { limit: notificationLimits.courses }),
    marks.listOf(actor.userId),
  ])
  const enrolledAt = new Map<string, string>(
    mine.items.map((one) => [one.courseId, one.enrolledAt]),
  )
  const all = await news.listOf([...enrolledAt.keys()])
  const items = all
    .flatMap(({ courseId, courseTitle, entries }) => {
      const since = enrolledAt.get(courseId)
      const mark = seen.byCourse.get(courseId)
      if (mark?.muted) return []
      const until = seenUntil(seen.everywhere, mark?.seenAt, since)
      return entries
        .filter(({ publishAt }) => publishAt <= now && publishAt > (since ?? ''))
        .map(
          ({ id, title, publishAt: at }): Notification => ({
            ...{ kind: 'announcement', id, courseId, courseTitle, title, at },
            isUnread: at > until,
          }),
        )
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, notificationLimits.listed)
  return { items, unread: items.filter(({ isUnread }) => isUnread).length }
}

/** Nobody has seen what is yet to come out. */
export async function markNotificationsSeen(
  { marks, clock }: Pick<Deps, 'marks' | 'clock'>,
  { actor, until }: { readonly actor: Actor; readonly until: string },
): Promise<void> {
  requireRole(actor, 'learner')
  const now = clock.now().toISOString()
  const seen = new Date(until).toISOString()
  await marks.moveOnEverywhere(actor.userId, seen < now ? seen : now)
}
