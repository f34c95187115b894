import { linkOptions } from '@tanstack/react-router'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { AsLearner } from './line.ts'

/** The ways to a course's lessons, for learners. */
export const learnersWay = (courseId: CourseId) => (lessonId: LessonId) =>
  linkOptions({ to: '/learn/$courseId/{-$lessonId}', params: { courseId, lessonId } })

/** The same through a preview of the draft. */
export const previewWay = (courseId: CourseId, search: AsLearner) => (lessonId: LessonId) =>
  linkOptions({
    to: '/teach/$courseId/preview/{-$lessonId}',
    params: { courseId, lessonId },
    search,
  })

export type Way = ReturnType<typeof learnersWay> | ReturnType<typeof previewWay>
