import type { CourseId, LessonId } from '#contract/ids'
import type { LessonProgress } from '#contract/models/learning'
import { ApiError, call, routes } from '../api/client.ts'
import { getSession } from '../auth/session.ts'
import { type KeptBeats, keptBeats } from './kept-beats.ts'
import type { QueuedBeat } from './queued-beats.ts'

const TAB = crypto.randomUUID()

/** A person's beats are kept apart, so that nobody else at this browser sends them. */
function kept(): KeptBeats | undefined {
  const session = getSession()
  return session.state === 'signed-in'
    ? keptBeats(localStorage, `lectern.beats.${session.person.id}`, TAB)
    : undefined
}

/**
 * Records how far the learner is; answers what the server then knows of the lesson, if it could be
 * reached. The beat is kept in this browser until the server has taken it, so a lost connection or a
 * closed page loses nothing.
 */
export async function beat(entry: QueuedBeat): Promise<LessonProgress | undefined> {
  const merged = kept()?.add(entry)
  if (!merged) return undefined
  const answer = await send(merged)
  if (answer === 'kept') return undefined
  await sendKept()
  return answer === 'refused' ? undefined : answer
}

/** Sends what could not be sent before, until something cannot be sent again. */
export async function sendKept(): Promise<void> {
  for (const entry of kept()?.all() ?? [])
    if (!underWay.has(nameOf(entry)) && (await send(entry)) === 'kept') return
}

/** Sends what is kept whenever there is hope again: online, looked at, back from the browser's page cache. */
export function sendKeptWhenBack(): () => void {
  const seen = () => document.visibilityState === 'visible' && void sendKept()
  const shown = ({ persisted }: PageTransitionEvent) => {
    // Requests of a page that was put away may never end.
    if (persisted) underWay.clear()
    void sendKept()
  }
  const online = () => void sendKept()
  addEventListener('online', online)
  addEventListener('pageshow', shown)
  document.addEventListener('visibilitychange', seen)
  return () => {
    removeEventListener('online', online)
    removeEventListener('pageshow', shown)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** Beats being sent now, which need not be sent by another pass over the queue. */
const underWay = new Set<string>()
const nameOf = (entry: QueuedBeat) => JSON.stringify(entry)

/**
 * `keepalive` lets the last beat out of a closing page. Browsers allow it 64 kB in all; a beat has 200
 * ranges at most, some 4 kB, and beats kept before are sent one after the other.
 */
async function send(entry: QueuedBeat): Promise<LessonProgress | 'refused' | 'kept'> {
  const { courseId, lessonId, ...what } = entry
  // Beside `at` it tells how old a kept beat is, so each time of sending has its own.
  const body = { ...what, sentAt: new Date().toISOString() }
  underWay.add(nameOf(entry))
  try {
    const answer = await call(
      routes.recordProgress,
      { params: { courseId: courseId as CourseId, lessonId: lessonId as LessonId }, body },
      { keepalive: true },
    )
    kept()?.drop(entry)
    return answer
  } catch (error) {
    const refused =
      error instanceof ApiError && ['invalid', 'not_found', 'forbidden'].includes(error.code)
    if (!refused) return 'kept'
    console.warn('A heartbeat was refused and is dropped', error)
    kept()?.drop(entry)
    return 'refused'
  } finally {
    underWay.delete(nameOf(entry))
  }
}
