import type { CourseFile } from '#contract/files/file'
import { newId } from '#core/platform/ids'

/** A file of a course that was begun just now, but for what is said. */
export const courseFileOf = (facts: Partial<CourseFile> = {}): CourseFile => {
  const now = new Date()
  return {
    ...{ id: newId('fil', now), courseId: newId('crs', now), name: 'notes.pdf', use: 'any' },
    ...{ bytes: 5, state: 'arriving', type: null, image: null, refusal: null },
    createdAt: now.toISOString(),
    ...facts,
  }
}
