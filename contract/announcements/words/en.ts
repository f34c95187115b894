import type { announcementSayings } from '#contract/announcements/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof announcementSayings> = {
  announcement_untitled: 'Give the announcement a title first.',
  announcement_empty: 'Write something first: there is nothing to read yet.',
  announcement_out:
    'Learners read this announcement already. Make it a draft again before you schedule it.',
  announcements_pinned: ({ most }) =>
    `${most} announcements are pinned, and no more can be. Unpin one of them first.`,
}
