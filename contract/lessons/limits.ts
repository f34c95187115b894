/** The lengths of the texts of modules and lessons, in characters: for their schemas, and for the forms. */
export const lessonLimits = { title: 200, articleText: 50_000 } as const
