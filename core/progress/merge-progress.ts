import type { Heartbeat, LessonProgress } from '#contract/progress/progress'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'
import { laterPlace } from './join-progress.ts'

/** No beat is taken for older, so that its moment is a date like others. */
const OLDEST_MS = 366 * 24 * 3_600_000

/**
 * Progress after a heartbeat. Of two heartbeats the later one's position stands, whichever arrives last;
 * what was watched is added up, as far as the lesson has it now; a lesson once completed stays completed. What
 * completes it is its kind's to say.
 */
export const mergeProgress = (
  stored: LessonProgress | null,
  lesson: SyllabusLesson,
  heartbeat: Heartbeat,
  now: Date,
): LessonProgress => {
  const news = { positionSeconds: heartbeat.positionSeconds, updatedAt: momentOf(heartbeat, now) }
  const { within, completes } = kindOf(lesson.kind)
  const merged = within(
    {
      lessonId: lesson.id,
      ...(stored ? laterPlace(stored, news) : news),
      watched: [...(stored?.watched ?? []), ...heartbeat.watched],
      completed: stored?.completed ?? false,
    },
    lesson,
  )
  return { ...merged, completed: merged.completed || completes(heartbeat, merged, lesson) }
}

/**
 * When a beat was true, by our clock. Its device's clock may be hours out, but it tells how old the beat
 * was when it was sent; the way to us counts as age 0. A clock that was set back in between makes it new.
 */
export const momentOf = ({ at, sentAt }: Heartbeat, now: Date): string => {
  const age = Math.max(0, Math.min(OLDEST_MS, Date.parse(sentAt) - Date.parse(at)))
  return new Date(now.getTime() - age).toISOString()
}
