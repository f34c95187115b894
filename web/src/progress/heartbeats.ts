import type { LessonProgress } from '#contract/progress/progress'
import { call, routes } from '#web/api/client.ts'
import { personId } from '#web/people/session.ts'
import { createBackoff } from './backoff.ts'
import { createBeatSender } from './beat-sender.ts'
import { keptBeats } from './kept-beats.ts'
import type { QueuedBeat } from './queued-beats.ts'

const TAB = crypto.randomUUID()

/** The heartbeats of this page, kept in the browser by person. */
export const heartbeats = createBeatSender({
  whoIsHere: personId,
  keptOf: (person) => keptBeats(localStorage, `lectern.beats.${person}`, TAB),
  put,
  backoff: createBackoff(),
})

/**
 * `keepalive` lets the last beat out of a closing page. Browsers allow it 64 kB in all; a beat has 200
 * ranges at most, some 4 kB, and beats kept before are sent one after the other.
 */
async function put({ courseId, lessonId, ...what }: QueuedBeat): Promise<LessonProgress> {
  // Beside `at` it tells how old a kept beat is, so each time of sending has its own.
  const body = { ...what, sentAt: new Date().toISOString() }
  const params = { courseId, lessonId }
  const answer = await call(routes.recordProgress, { params, body }, { keepalive: true })
  if (answer.lessonId !== lessonId) throw new Error('Something else answered a heartbeat')
  return answer
}

/** Sends what is kept whenever there is hope again: online, looked at, back from the browser's page cache. */
export function sendKeptWhenBack(): () => void {
  const hope = () => void heartbeats.hope()
  const seen = () => document.visibilityState === 'visible' && hope()
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) heartbeats.forgetUnderWay()
    hope()
  }
  addEventListener('online', hope)
  addEventListener('pageshow', shown)
  document.addEventListener('visibilitychange', seen)
  return () => {
    removeEventListener('online', hope)
    removeEventListener('pageshow', shown)
    document.removeEventListener('visibilitychange', seen)
  }
}
