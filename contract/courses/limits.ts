/** The lengths of a course’s texts, in characters: for its schemas, and for the forms, which need no zod for them. */
export const courseLimits = { title: 120, summary: 500 } as const
