import type { Announcement } from '#contract/announcements/announcement'
import { announcementLimits } from '#contract/announcements/limits'
import { findReader } from '#core/access/member'
import type { OfCourse } from '#core/access/own-course'
import type { PublishedCourses } from '#core/courses/ports'
import type { Clock } from '#core/platform/clock'
import type { Page, PageRequest } from '#core/platform/page'
import type { AnnouncementReader, SeenMarks } from './ports.ts'
import { seenUntil } from './seen-until.ts'

interface ReadDeps {
  readonly reader: AnnouncementReader
  readonly marks: SeenMarks
  readonly published: Pick<PublishedCourses, 'cards'>
  readonly clock: Clock
}

type Access = Parameters<typeof findReader>[0]

const NONE = { items: [], nextCursor: null }

/** What is out of a course: its pinned ones before the first page, then those that came out last first. */
export async function listAnnouncements(
  deps: ReadDeps & Access,
  { page, ...input }: OfCourse & { readonly page: PageRequest },
): Promise<Page<Announcement> & { readonly courseTitle: string; readonly isMuted: boolean }> {
  const enrolment = await findReader(deps, input)
  const { courseId, actor } = input
  const now = deps.clock.now()
  // Two that pin at once may pin one more than there is room for.
  const pins = { limit: 2 * announcementLimits.pinned, pinned: true }
  const [mark, cards, pinned, others] = await Promise.all([
    deps.marks.get(actor.userId, courseId),
    deps.published.cards([courseId]),
    page.cursor ? NONE : deps.reader.listOut(courseId, now, pins),
    deps.reader.listOut(courseId, now, { ...page, pinned: false }),
  ])
  const since = seenUntil(mark.seenAt, enrolment?.enrolledAt)
  const [card] = cards.values()
  return {
    items: [...pinned.items, ...others.items].map((one) => ({
      ...one,
      isNew: one.publishedAt > since,
    })),
    nextCursor: others.nextCursor,
    courseTitle: card?.title ?? '',
    isMuted: mark.muted,
  }
}

/** Nobody has seen what is yet to come out. */
export async function markSeen(
  deps: Pick<ReadDeps, 'marks' | 'clock'> & Access,
  { until, ...input }: OfCourse & { readonly until: string },
): Promise<void> {
  await findReader(deps, input)
  const now = deps.clock.now().toISOString()
  const seen = new Date(until).toISOString()
  await deps.marks.moveOn(input.actor.userId, input.courseId, seen < now ? seen : now)
}

/** Whether the bell is silent about a course. It stays so for who leaves and comes back. */
export async function muteAnnouncements(
  deps: Pick<ReadDeps, 'marks'> & Access,
  { muted, ...input }: OfCourse & { readonly muted: boolean },
): Promise<void> {
  await findReader(deps, input)
  await deps.marks.mute(input.actor.userId, input.courseId, muted)
}
