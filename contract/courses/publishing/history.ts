import { z } from 'zod'
import { Instant } from '#contract/platform/ids'
import { Changes } from './changes.ts'

const Version = z.number().int().min(1)

/** A version of a course that came to be what learners see, and how. */
export const HistoryEntry = Changes.extend({
  /** In their order, from 1, with gaps: a version is called by the number under which it was published. */
  number: Version,
  /** Below `number` where somebody went back to it. */
  version: Version,
  at: Instant,
  how: z.enum(['published', 'scheduled', 'returned']),
  /** Whose doing it was; empty of somebody who gave no name. */
  by: z.string(),
  title: z.string(),
  modules: z.number().int().min(0),
  lessons: z.number().int().min(0),
  /** Nothing was published before that it could be compared with. */
  first: z.boolean(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** So many changes an entry keeps; all are worked out when two versions are compared. */
export const KEPT_CHANGES = 20
/** So many changes, or warnings, are told at once. */
export const TOLD_AT_ONCE = 100
