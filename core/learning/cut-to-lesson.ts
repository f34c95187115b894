import type { LessonProgress } from '#contract/models/learning'
import { unionOfRanges } from '#contract/watched-ranges'
import { placeWithin, rangesWithin } from '#contract/within-stream'
import type { SyllabusLesson } from '../ports/syllabus.ts'

/** Progress without what lies beyond the end of the lesson's video; an article has nothing watched. */
export const cutToLesson = (progress: LessonProgress, lesson: SyllabusLesson): LessonProgress =>
  lesson.kind === 'video'
    ? {
        ...progress,
        positionSeconds: placeWithin(progress.positionSeconds, lesson.durationSeconds),
        watched: unionOfRanges(rangesWithin(progress.watched, lesson.durationSeconds)),
      }
    : { ...progress, watched: [] }
