/** The lengths of the texts of modules and lessons, in characters: for their schemas, and for the forms. */
export const lessonLimits = { title: 200, articleText: 50_000 } as const

/** Of a course: its syllabus is one item of 400 KB, its draft and its page one answer of 6 MB each. */
export const MOST_LESSONS = 2_000
export const MOST_MODULES = 500

/** For how long what was deleted can be brought back, and is kept. */
export const DELETED_KEPT_DAYS = 7
