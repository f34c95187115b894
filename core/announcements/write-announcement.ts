import {
  type AnnouncementDraft,
  type AnnouncementLine,
  type AnnouncementText,
  isOut,
  NO_TEXT,
} from '#contract/announcements/announcement'
import { announcementLimits } from '#contract/announcements/limits'
import { FIRST_REVISION } from '#contract/http/revision'
import { CourseId } from '#contract/platform/ids'
import { say } from '#contract/say'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import type { TeachingReaders } from '#core/access/ports'
import { mergeChange } from '#core/lessons/merge-change'
import { retryWhileOvertaken } from '#core/lessons/retry-while-overtaken'
import type { Clock } from '#core/platform/clock'
import { DomainError, InvalidInput, notFound } from '#core/platform/errors'
import { newId } from '#core/platform/ids'
import type { Page, PageRequest } from '#core/platform/page'
import { personName } from '#core/platform/person-name'
import type { AnnouncementRecord, AnnouncementRepository, AnnouncementWrite } from './ports.ts'

export interface WriteDeps extends TeachingReaders {
  readonly announcements: AnnouncementRepository
  readonly clock: Clock
}

export type OfAnnouncement = OfCourse & { readonly announcementId: string }

/** All of a course, drafts among them, without their texts. */
export async function listDrafts(
  deps: WriteDeps,
  { page, ...input }: OfCourse & { readonly page: PageRequest },
): Promise<Page<AnnouncementLine>> {
  await findOwnCourse(deps, input, 'read')
  const { items, nextCursor } = await deps.announcements.list(input.courseId, page)
  return { items: items.map(({ text: _, ...line }) => withoutAuthor(line)), nextCursor }
}

export async function readDraft(
  deps: WriteDeps,
  { announcementId, ...input }: OfAnnouncement,
): Promise<AnnouncementDraft> {
  await findOwnCourse(deps, input, 'read')
  return withoutAuthor((await findVersioned(deps, input.courseId, announcementId)).item)
}

/** A draft, which no learner reads. */
export async function createAnnouncement(
  deps: WriteDeps,
  { title, ...input }: OfCourse & { readonly title: string },
): Promise<AnnouncementDraft> {
  await findOwnCourse(deps, input, 'announce')
  const now = deps.clock.now()
  const { userId: authorId, name } = input.actor
  const made: AnnouncementRecord = {
    ...{ id: newId('ann', now), courseId: CourseId.parse(input.courseId), title, text: NO_TEXT },
    ...{ pinned: false, publishAt: null, editedAt: null, createdAt: now.toISOString() },
    ...{ authorId, authorName: personName(name), revision: FIRST_REVISION },
  }
  if (!(await deps.announcements.create(made))) throw new Error(`${made.id} is there already.`)
  return withoutAuthor(made)
}

/** What a change may say of an announcement. */
export interface AnnouncementChange {
  readonly title?: string | undefined
  readonly text?: AnnouncementText | undefined
  readonly pinned?: boolean | undefined
  readonly revision?: number | undefined
}

/**
 * Changes fields of an announcement; of one that is out, for its readers at once.
 * @throws Overtaken when others changed one of these fields since the revision that was seen
 */
export async function changeAnnouncement(
  deps: WriteDeps,
  { announcementId, change, ...input }: OfAnnouncement & { readonly change: AnnouncementChange },
): Promise<AnnouncementDraft> {
  await findOwnCourse(deps, input, 'announce')
  const { revision: seen, ...fields } = change
  return retryWhileOvertaken(async () => {
    const stored = await findVersioned(deps, input.courseId, announcementId)
    if (fields.pinned && !stored.item.pinned) await requireRoom(deps, input.courseId)
    return tryToWrite(deps, stored, { fields, seen })
  })
}

/** Writes what comes out different; null when somebody was faster. */
export async function tryToWrite(
  { announcements, clock }: Pick<WriteDeps, 'announcements' | 'clock'>,
  stored: Awaited<ReturnType<typeof findVersioned>>,
  change: Parameters<typeof mergeChange>[1],
): Promise<AnnouncementDraft | null> {
  const before = stored.item
  const merged = mergeChange(stored, change)
  if (!merged) return withoutAuthor(before)
  const { hands: _, ...own } = merged
  const now = clock.now()
  const isRead = isOut(before, now) && ('title' in own || 'text' in own)
  // What `mergeChange` leaves of it are its own fields, and what keeps count of them.
  const set = { ...own, ...(isRead && { editedAt: now.toISOString() }) } as AnnouncementWrite
  const { changed: __, ...fields } = set
  const after = { ...before, ...fields }
  if (after.publishAt !== null) requireWords(after)
  return (await announcements.write(before, set)) ? withoutAuthor(after) : null
}

export async function findVersioned(
  { announcements }: Pick<WriteDeps, 'announcements'>,
  courseId: string,
  id: string,
) {
  const found = await announcements.read(courseId, id)
  if (!found) throw notFound('announcement')
  return found
}

/** Nobody is told of something that says nothing. */
function requireWords({ title, text }: AnnouncementDraft): void {
  const missing = (['title', 'text'] as const).filter((name) =>
    name === 'title' ? title === '' : text.children.length === 0,
  )
  if (missing.length === 0) return
  const reasonOf = (name: (typeof missing)[number]) =>
    say(name === 'title' ? 'announcement_untitled' : 'announcement_empty')
  const issues = missing.map((name) => ({ path: `body.${name}`, reason: reasonOf(name) }))
  throw new InvalidInput(issues, issues[0]?.reason)
}

async function requireRoom(
  { announcements }: Pick<WriteDeps, 'announcements'>,
  courseId: string,
): Promise<void> {
  const { pinned: most } = announcementLimits
  if ((await announcements.countPinned(courseId, most)) >= most)
    throw new DomainError('conflict', say('announcements_pinned', { most }))
}

/** Whose it is, by id, is told to nobody. */
const withoutAuthor = <T extends object>(record: T): Omit<T, 'authorId'> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'authorId')) as Omit<
    T,
    'authorId'
  >
