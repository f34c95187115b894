import type { BurstKind } from './kind.ts'

/** A lesson opens to a course’s members at a time that its author set. That half of them want it within the minute is assumed. */
export const opening: BurstKind = {
  comePercent: 50,
  withinSeconds: 60,
  calls: { listMyCourses: 1, openCourse: 1, openLesson: 1, recordProgress: 1 },
}
