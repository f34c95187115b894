import type { LessonProgress } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'
import { placeWithin, rangesWithin } from '#contract/progress/within-stream'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'

/** Progress without what lies beyond the end of the lesson's video; an article has nothing watched. */
export const cutToLesson = (progress: LessonProgress, lesson: SyllabusLesson): LessonProgress =>
  lesson.kind === 'video'
    ? {
        ...progress,
        positionSeconds: placeWithin(progress.positionSeconds, lesson.durationSeconds),
        watched: unionOfRanges(rangesWithin(progress.watched, lesson.durationSeconds)),
      }
    : { ...progress, watched: [] }
