import type { httpSayings } from '#contract/http/sayings'
import type { SentencesOf } from '#contract/words/said'

export const words: SentencesOf<typeof httpSayings> = {
  input_wrong: 'Some of the input is not as it should be.',
  no_such_address: 'There is no such address in this API.',
  address_not_encoded: 'The address is not encoded as it should be.',
  sign_in_first: 'Sign in first.',
  needs_role: ({ role }) =>
    `This needs the role ${role}. Ask an administrator of this site for it.`,
  no_such: ({ what }) => `There is no such ${THINGS[what]}, or it is not yours to see.`,
  changed_meanwhile:
    'Somebody else changed this since you read it. Look at what stands there now, then save again to replace it.',
  stale_cursor: 'This cursor is not from an earlier page of this list.',
  asked_too_much: ({ seconds }) => `You asked too much at once. Wait ${seconds} s, then try again.`,
  server_failed: 'The server failed at this. It has been noted; try again in a moment.',

  not_json: 'This is not JSON.',
  not_yaml: ({ detail }) => `This is not YAML: ${detail}`,
  half_character: 'The text has half a character (a lone surrogate). Type it anew.',
  value_missing: 'This is missing.',
  value_wrong: 'This is not as it should be.',
  wrong_type: ({ expected }) => `This has to be ${KINDS[expected]}.`,
  text_too_short: ({ least }) => `This needs at least ${characters(least)}.`,
  text_too_long: ({ most }) => `This may have at most ${characters(most)}.`,
  number_too_small: ({ least }) => `This has to be at least ${least}.`,
  number_too_large: ({ most }) => `This may be at most ${most}.`,
  list_too_short: ({ least }) => `This list needs at least ${least}.`,
  list_too_long: ({ most }) => `This list may have at most ${most}.`,
  not_one_of: ({ allowed }) => `This has to be one of these: ${allowed.join(', ')}.`,
  unknown_fields: ({ names }) => `Nothing is known of ${names.join(', ')} here.`,
  unlike_a_period: 'Choose a last day that is not before the first, and at most two years later',
  unlike_a_slug: 'Use lower-case letters, digits and single hyphens, such as linear-algebra',
  unlike_a_time_zone: 'Use the name of a time zone such as Europe/Madrid or UTC',
  unlike_a_language: 'Use a language tag such as en, es or pt-BR',
  unlike_a_media_type: 'Use a media type such as video/mp4',
  not_below_folder: 'Write the name as it is below this folder, without / in front and without ..',
  no_captions_file: 'Captions and chapters are .vtt or .srt files',
  unseen_characters:
    'The name has characters that cannot be seen. Rename it, and type the name anew.',
  too_long_for_key:
    'At most 1024 bytes are taken; letters beyond the English ones have two to four. Shorten it.',
}

const THINGS = {
  captions: 'captions track',
  course: 'course',
  announcement: 'announcement',
  course_of_mine: 'course among yours',
  file: 'file',
  lesson: 'lesson',
  code: 'code',
  learner: 'person in this course',
  member: 'person in its team',
  module: 'module',
  upload: 'upload',
  version: 'version',
  video: 'video',
}

const KINDS = {
  text: 'a text',
  number: 'a number',
  whole_number: 'a whole number',
  yes_or_no: 'true or false',
  list: 'a list',
  fields: 'an object with fields',
}

const characters = (count: number) => (count === 1 ? '1 character' : `${count} characters`)
