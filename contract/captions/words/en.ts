import { clockTime } from '#contract/captions/clock-time'
import type { captionSayings } from '#contract/captions/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof captionSayings> = {
  captions_unusable: 'The captions cannot be used as they are.',
  captions_too_large:
    'These captions have over 2 MB, which no lecture needs. Leave out what is not said, or divide the video.',
  captions_overtaken:
    'Somebody saved other captions meanwhile. Yours are kept here: look at theirs, or save again to replace them.',
  too_many_languages: ({ most }) =>
    `The video has captions in ${most} languages already. Take some away first.`,
  chapters_misplaced: 'Some chapters are not where they can be.',

  no_text: 'this is not text; save the captions as UTF-8',
  no_cues: 'there are no cues; a cue begins with a line such as 00:00:01.000 --> 00:00:04.000',
  too_many_cues: ({ count, most }) => `there are ${count} cues; at most ${most} are taken`,
  times_unreadable: 'the times cannot be read; write them like 00:00:01.000 --> 00:00:04.000',
  times_missing:
    'there is text without times; write a line like 00:00:01.000 --> 00:00:04.000 above it',
  minutes_over_59: 'there cannot be more than 59 minutes',
  seconds_over_59: 'there cannot be more than 59 seconds',
  cue_ends_early: 'the cue ends before it starts',
  cue_never_shown: 'the cue ends as it begins, so nobody would see it',

  chapter_untitled: ({ at }) => `The chapter at ${clockTime(at)} has no title.`,
  chapter_too_early: ({ title, at, before, beforeAt }) =>
    `“${title}” at ${clockTime(at)} must begin after “${before}”, which begins at ${clockTime(beforeAt)}.`,
  chapter_past_end: ({ title, at, endsAt }) =>
    `“${title}” begins at ${clockTime(at)}, but the video ends at ${clockTime(endsAt)}.`,
  too_many_chapters: ({ count, most }) =>
    `A video has at most ${most} chapters, and with its start these are ${count}.`,
}
