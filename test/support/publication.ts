import type { Publication } from '#core/courses/publishing/ports'

/** The history's entry of a version, by Ada. */
export const publicationOf = (
  courseId: string,
  version: number,
  facts: Partial<Publication> = {},
): Publication => ({
  ...{ courseId, version, number: version, how: 'published', by: 'Ada', userId: 'ada' },
  ...{ at: new Date().toISOString(), title: 'A course', modules: 1, lessons: 1 },
  ...{ first: version === 1, changes: [], changeCount: 0 },
  ...facts,
})
