import type { Sayings } from '#contract/words/said'

/** What is said of a course's announcements. */
export const announcementSayings = {
  announcement_untitled: {},
  announcement_empty: {},
  announcement_out: {},
  announcements_pinned: { most: 'number' },
} as const satisfies Sayings
