import type { Sayings } from '#contract/words/said'

/** What is said of files that a course's teachers upload. */
export const fileSayings = {
  file_over_limit: { bytes: 'number', maxBytes: 'number' },
  image_too_large: { bytes: 'number', maxBytes: 'number' },
  image_too_many_pixels: { megapixels: 'number', maxMegapixels: 'number' },
  image_unreadable: {},
  file_no_image: {},
  file_damaged: {},
  file_is_page: {},
  file_is_video: {},
  file_type_unknown: {},
  file_is_cover: {},
  file_in_use: { published: 'texts', drafts: 'texts' },
} as const satisfies Sayings
