/** Of what is told of a course beside its title: for its schemas, and for forms, which need no zod for it. */
export const propertyLimits = {
  description: 5000,
  topics: 10,
  topic: 40,
  timeZone: 64,
  capacity: 1_000_000,
  /** Addresses that were a course’s before, and still lead to it. */
  formerSlugs: 20,
} as const

export const levels = ['beginner', 'intermediate', 'advanced'] as const
export type Level = (typeof levels)[number]

/** `public`: in the catalogue; `unlisted`: for whoever has its address; `private`: for its members. */
export const visibilities = ['public', 'unlisted', 'private'] as const
export type Visibility = (typeof visibilities)[number]

/** How one comes to be a learner of it; `code`: by one of those that its teachers hand out. */
export const waysToEnrol = ['open', 'code', 'closed'] as const
export type WayToEnrol = (typeof waysToEnrol)[number]
