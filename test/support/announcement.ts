import type { CourseId } from '#contract/platform/ids'
import type { AnnouncementRecord } from '#core/announcements/ports'
import { newId } from '#core/platform/ids'

export const textOf = (...lines: string[]): AnnouncementRecord['text'] => ({
  version: 1,
  children: lines.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
})

/** A draft, but for what is said. */
export const announcementOf = (
  facts: Partial<AnnouncementRecord> & { readonly courseId: CourseId },
): AnnouncementRecord => {
  const now = new Date()
  return {
    ...{ id: newId('ann', now), title: 'News', text: textOf('Come on Monday.'), pinned: false },
    ...{ publishAt: null, editedAt: null, createdAt: now.toISOString() },
    ...{ authorId: 'ada', authorName: 'Ada', revision: 1 },
    ...facts,
  }
}
