import type { Sayings } from '#contract/words/said'

/** What is said of any call, and of parts of its input. */
export const httpSayings = {
  input_wrong: {},
  no_such_address: {},
  address_not_encoded: {},
  sign_in_first: {},
  needs_role: { role: ['admin', 'author', 'learner'] },
  /** Missing, or not theirs to see. */
  no_such: {
    what: [
      'captions',
      'course',
      'course_of_mine',
      'file',
      'lesson',
      'member',
      'module',
      'upload',
      'version',
      'video',
    ],
  },
  changed_meanwhile: {},
  stale_cursor: {},
  asked_too_much: { seconds: 'number' },
  server_failed: {},

  /** Of a part of the input, or of a manifest. */
  not_json: {},
  not_yaml: { detail: 'text' },
  half_character: {},
  value_missing: {},
  value_wrong: {},
  wrong_type: { expected: ['text', 'number', 'whole_number', 'yes_or_no', 'list', 'fields'] },
  text_too_short: { least: 'number' },
  text_too_long: { most: 'number' },
  number_too_small: { least: 'number' },
  number_too_large: { most: 'number' },
  list_too_short: { least: 'number' },
  list_too_long: { most: 'number' },
  not_one_of: { allowed: 'texts' },
  unknown_fields: { names: 'texts' },
  unlike_a_slug: {},
  unlike_a_period: {},
  unlike_a_language: {},
  unlike_a_time_zone: {},
  unlike_a_media_type: {},
  not_below_folder: {},
  no_captions_file: {},
  unseen_characters: {},
  too_long_for_key: {},
} as const satisfies Sayings
