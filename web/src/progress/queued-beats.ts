import { isId } from '#contract/platform/id-form'
import type { CourseId, LessonId } from '#contract/platform/ids'
import type { WatchedRanges } from '#contract/progress/progress'
import { unionOfRanges } from '#contract/progress/watched-ranges'

/** What a heartbeat says, and of which lesson. */
export interface QueuedBeat {
  readonly courseId: CourseId
  readonly lessonId: LessonId
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly watched: WatchedRanges
  readonly completed: boolean
  /** This device's clock when it was so. */
  readonly at: string
}

/** Enough for every lesson of a long offline evening, and far below what local storage holds. */
const MOST = 200

/**
 * One beat a lesson: the one that came last stands, what was watched is added up, and what was completed
 * once stays so. A tab adds its beats in order, which its device's clock, set right in between, does not
 * tell. The beat that was added stands last.
 */
export function addBeat(queue: readonly QueuedBeat[], beat: QueuedBeat): QueuedBeat[] {
  const same = queue.find((kept) => kept.lessonId === beat.lessonId)
  const others = queue.filter((kept) => kept !== same)
  const merged = {
    ...beat,
    watched: unionOfRanges(same?.watched ?? [], beat.watched),
    completed: beat.completed || (same?.completed ?? false),
  }
  return [...others, merged].slice(-MOST)
}

/** The queue after `sent` was taken by the server; what came to the same lesson since stays. */
export function dropSent(queue: readonly QueuedBeat[], sent: QueuedBeat): QueuedBeat[] {
  const text = JSON.stringify(sent)
  return queue.filter((kept) => JSON.stringify(kept) !== text)
}

/** The queue that was kept as text; what cannot be read is not in it. */
export function readQueue(text: string | null): QueuedBeat[] {
  if (!text) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.flatMap((value) => toBeat(value) ?? []) : []
  } catch {
    return []
  }
}

function toBeat(value: unknown): QueuedBeat | undefined {
  const beat = value as Partial<QueuedBeat> | null
  if (
    typeof beat?.courseId !== 'string' ||
    !isId('crs', beat.courseId) ||
    typeof beat.lessonId !== 'string' ||
    !isId('les', beat.lessonId) ||
    typeof beat.positionSeconds !== 'number' ||
    typeof beat.durationSeconds !== 'number' ||
    typeof beat.completed !== 'boolean' ||
    typeof beat.at !== 'string'
  )
    return undefined
  const { courseId, lessonId, positionSeconds, durationSeconds, completed, at } = beat
  const watched = Array.isArray(beat.watched) ? unionOfRanges(beat.watched.filter(isRange)) : []
  return { courseId, lessonId, positionSeconds, durationSeconds, watched, completed, at }
}

const isRange = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((second) => typeof second === 'number')
