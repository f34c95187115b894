/** What a heartbeat says, and of which lesson. */
export interface QueuedBeat {
  readonly courseId: string
  readonly lessonId: string
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly completed: boolean
  readonly at: string
}

/** Enough for every lesson of a long offline evening, and far below what local storage holds. */
const MOST = 200

/** One beat a lesson: the later `at` wins, and what was completed once stays so. */
export function addBeat(queue: readonly QueuedBeat[], beat: QueuedBeat): QueuedBeat[] {
  const same = queue.find((kept) => kept.lessonId === beat.lessonId)
  const others = queue.filter((kept) => kept !== same)
  if (!same) return [...others, beat].slice(-MOST)
  const later = same.at > beat.at ? same : beat
  return [...others, { ...later, completed: same.completed || beat.completed }].slice(-MOST)
}

/** The queue after `sent` was taken by the server; a newer beat for the same lesson stays. */
export function dropSent(queue: readonly QueuedBeat[], sent: QueuedBeat): QueuedBeat[] {
  return queue.filter((kept) => kept.lessonId !== sent.lessonId || kept.at > sent.at)
}

/** The queue that was kept as text; an unreadable one is empty. */
export function readQueue(text: string | null): QueuedBeat[] {
  if (!text) return []
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isBeat) : []
  } catch {
    return []
  }
}

function isBeat(value: unknown): value is QueuedBeat {
  const beat = value as Partial<QueuedBeat> | null
  return (
    typeof beat?.courseId === 'string' &&
    typeof beat.lessonId === 'string' &&
    typeof beat.positionSeconds === 'number' &&
    typeof beat.durationSeconds === 'number' &&
    typeof beat.completed === 'boolean' &&
    typeof beat.at === 'string'
  )
}
