import type { CourseId, LessonId } from '#contract/ids'
import { ApiError, call, routes } from '../api/client.ts'
import { getSession } from '../auth/session.ts'
import { addBeat, dropSent, type QueuedBeat, readQueue } from './queued-beats.ts'

/** A person's beats are kept apart, so that nobody else at this browser sends them. */
function queueKey() {
  const session = getSession()
  return session.state === 'signed-in' ? `lectern.beats.${session.person.id}` : undefined
}

function change(update: (queue: QueuedBeat[]) => QueuedBeat[]) {
  const key = queueKey()
  if (key) localStorage.setItem(key, JSON.stringify(update(readQueue(localStorage.getItem(key)))))
}

/**
 * Records how far the learner is. It is kept in this browser until the server has taken it, so a
 * lost connection or a closed page loses nothing.
 */
export async function beat(entry: QueuedBeat): Promise<void> {
  change((queue) => addBeat(queue, entry))
  if (await send(entry)) await sendKept()
}

/** Sends what could not be sent before. */
export async function sendKept(): Promise<void> {
  const key = queueKey()
  if (!key) return
  for (const kept of readQueue(localStorage.getItem(key)))
    if (!underWay.has(nameOf(kept)) && !(await send(kept))) return
}

/** Beats being sent now, which need not be sent by another pass over the queue. */
const underWay = new Set<string>()
const nameOf = ({ lessonId, at }: QueuedBeat) => `${lessonId} ${at}`

async function send(entry: QueuedBeat): Promise<boolean> {
  const { courseId, lessonId, ...body } = entry
  underWay.add(nameOf(entry))
  try {
    await call(
      routes.recordProgress,
      { params: { courseId: courseId as CourseId, lessonId: lessonId as LessonId }, body },
      { keepalive: true },
    )
  } catch (error) {
    const refused =
      error instanceof ApiError && ['invalid', 'not_found', 'forbidden'].includes(error.code)
    if (!refused) return false
    console.warn('A heartbeat was refused and is dropped', error)
  } finally {
    underWay.delete(nameOf(entry))
  }
  change((queue) => dropSent(queue, entry))
  return true
}
