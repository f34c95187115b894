import type { Sayings } from '#contract/words/said'

/** What is said of captions and chapters. */
export const captionSayings = {
  /** Why they are not taken. */
  captions_unusable: {},
  captions_too_large: {},
  captions_overtaken: {},
  too_many_languages: { most: 'number' },
  chapters_misplaced: {},

  /** Of a line of a file. */
  no_text: {},
  no_cues: {},
  too_many_cues: { count: 'number', most: 'number' },
  times_unreadable: {},
  times_missing: {},
  minutes_over_59: {},
  seconds_over_59: {},
  cue_ends_early: {},
  cue_never_shown: {},

  /** Of chapters. Seconds. */
  chapter_untitled: { at: 'number' },
  chapter_too_early: { title: 'text', at: 'number', before: 'text', beforeAt: 'number' },
  chapter_past_end: { title: 'text', at: 'number', endsAt: 'number' },
  too_many_chapters: { count: 'number', most: 'number' },
} as const satisfies Sayings
