import type { LessonId } from '#contract/platform/ids'

/** Below the course: a video that arrives in it is this lesson's, unless that has one. Another each time. */
export const ownFolder = (lessonId: LessonId) => `${lessonId}/${crypto.randomUUID()}`

export const isOwnFolder = (folder: string | null, lessonId: LessonId) =>
  folder?.split('/')[0] === lessonId
