import { z } from 'zod'
import { waysToEnrol } from '#contract/courses/properties/limits'
import { PageQuery, pageOf } from '#contract/http/paging'
import { Standing } from '#contract/memberships/team'
import { Instant, Slug, UserId } from '#contract/platform/ids'
import { accessStates } from './access.ts'

/** In which order a course's people are listed. */
export const rosterSorts = ['activity', 'name'] as const

export const RosterQuery = PageQuery.extend({
  /** Of whoever is looked for, the order is that of what was found. */
  sort: z.enum(rosterSorts).default('activity'),
  /** With what a word of a name, or an e-mail address, begins. */
  search: z.string().trim().max(100).default(''),
})

/** A learner of a course, as its teachers see them. */
export const Learner = z.object({
  userId: UserId,
  /** Empty of somebody who gave none. */
  name: z.string(),
  /** Null for whoever may not manage the course's people, and where nobody knows it. */
  email: z.string().nullable(),
  enrolledAt: Instant,
  completedLessons: z.number().int().min(0),
  /** Null before they did anything. */
  lastActiveAt: Instant.nullable(),
  /** Whether they may learn now. */
  access: z.enum(accessStates),
  /** The last day on which they may, by the course's calendar; null: there is none. */
  endsOn: z.iso.date().nullable(),
})
export type Learner = z.infer<typeof Learner>

export const Roster = pageOf(Learner).extend({
  /** Of the course. */
  title: z.string(),
  slug: Slug,
  enrolling: z.enum(waysToEnrol),
  /** How many learners there are, counted within seconds. */
  enrolled: z.number().int().min(0),
  /** Of the published version; 0 of a course that is not published. */
  lessons: z.number().int().min(0),
  me: Standing,
})
export type Roster = z.infer<typeof Roster>
