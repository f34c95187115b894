import type { Heartbeat, LessonProgress } from '#contract/models/learning'
import { isWatched, unionOfRanges } from '#contract/watched-ranges'
import type { SyllabusLesson } from '../ports/syllabus.ts'

/** How far a learner's clock may be ahead of ours. */
const AHEAD_MS = 60_000

/**
 * Progress after a heartbeat. Of two heartbeats the later one's position stands, whichever arrives last;
 * what was watched is added up; a lesson once completed stays completed. Whether a video is complete is
 * worked out here alone, from what was watched.
 *
 * A clock far ahead counts as a minute ahead, or else it would fix the position for years.
 */
export const mergeProgress = (
  stored: LessonProgress | null,
  lesson: SyllabusLesson,
  heartbeat: Heartbeat,
  now: Date,
): LessonProgress => {
  const at = notAhead(heartbeat.at, now)
  const before = stored && { ...stored, updatedAt: notAhead(stored.updatedAt, now) }
  const { positionSeconds, updatedAt } = later(before, {
    positionSeconds: heartbeat.positionSeconds,
    updatedAt: at,
  })
  const watched =
    lesson.kind === 'video' ? unionOfRanges(before?.watched ?? [], heartbeat.watched) : []
  const isComplete = lesson.kind === 'video' ? isWatched(watched, lesson) : heartbeat.completed
  return {
    lessonId: lesson.id,
    positionSeconds,
    watched,
    completed: isComplete || (before?.completed ?? false),
    updatedAt,
  }
}

type Position = Pick<LessonProgress, 'positionSeconds' | 'updatedAt'>

/** Of the same moment, the one further on. */
const later = (stored: Position | null, news: Position): Position => {
  if (!stored || news.updatedAt > stored.updatedAt) return news
  if (news.updatedAt < stored.updatedAt) return stored
  return news.positionSeconds > stored.positionSeconds ? news : stored
}

/** In one notation, so that instants can be compared as text. */
const notAhead = (at: string, now: Date) =>
  new Date(Math.min(Date.parse(at), now.getTime() + AHEAD_MS)).toISOString()
