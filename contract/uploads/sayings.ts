import type { Sayings } from '#contract/words/said'

/** What is said of files on their way to the ingest bucket. */
export const uploadSayings = {
  name_too_long: { bytes: 'number' },
  not_named_after: { name: 'text' },
  /** Ranges of parts, `2` and `5–7`, and how many more there are. */
  upload_not_whole: {
    partCount: 'number',
    missing: 'texts',
    moreMissing: 'number',
    misfit: 'texts',
    moreMisfit: 'number',
  },
  /** A single part, of so many bytes where others were planned. */
  upload_part_misfit: { part: 'number', bytes: 'number', plannedBytes: 'number' },
  upload_part_again: {},
  part_beyond: { partCount: 'number' },
} as const satisfies Sayings
