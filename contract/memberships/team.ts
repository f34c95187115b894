import { z } from 'zod'
import { Revision } from '#contract/http/revision'
import { assistantRights, courseRoles, teamRoles } from '#contract/people/course-rights'
import { Instant, UserId } from '#contract/platform/ids'

export const AssistantRights = z
  .array(z.enum(assistantRights))
  .max(assistantRights.length)
  // In one order, each once: what is equal looks equal.
  .transform((given) => assistantRights.filter((right) => given.includes(right)))

/** As what somebody acts in a course. */
export const Standing = z.object({
  role: z.enum(courseRoles),
  rights: z.array(z.enum(assistantRights)),
})
export type Standing = z.infer<typeof Standing>

/** What somebody is in a course whose owner they are not. */
export const Membership = z.object({
  userId: UserId,
  /** As their account said when they were added; empty where it says none, and never an address. */
  name: z.string(),
  role: z.enum(teamRoles),
  /** Of an assistant; a teacher has none of their own. */
  rights: z.array(z.enum(assistantRights)),
  addedAt: Instant,
  revision: Revision,
})
export type Membership = z.infer<typeof Membership>

/** What is said of somebody when they are added, or from then on. */
export const MembershipTerms = z.object({
  role: z.enum(teamRoles),
  rights: AssistantRights.default([]),
})
export type MembershipTerms = z.infer<typeof MembershipTerms>

/** Everybody who teaches a course. */
export const Team = z.object({
  /** Of the course. */
  title: z.string(),
  owner: z.object({ userId: UserId, name: z.string() }),
  /** Those who came first, first. */
  members: z.array(Membership),
  me: Standing,
})
export type Team = z.infer<typeof Team>
