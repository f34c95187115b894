import type { LessonProgress } from '#contract/progress/progress'
import { ApiError } from '#web/api/api-error.ts'
import type { Backoff } from './backoff.ts'
import type { KeptBeats } from './kept-beats.ts'
import type { QueuedBeat } from './queued-beats.ts'

interface Deps {
  /** The id of whoever is signed in. */
  readonly whoIsHere: () => string | undefined
  readonly keptOf: (person: string) => KeptBeats
  /** Sends as whoever is signed in; rejects with an `ApiError`. */
  readonly put: (beat: QueuedBeat) => Promise<LessonProgress>
  readonly backoff: Backoff
}

export interface BeatSender {
  /**
   * Records how far `person` is; answers what the server then knows of the lesson, if it was reached. The
   * beat is kept in this browser until the server has taken it, so a lost connection or a closed page
   * loses nothing.
   */
  record(beat: QueuedBeat, person: string): Promise<LessonProgress | undefined>
  /** Sends what could not be sent before, until something cannot be sent again. */
  sendKept(): Promise<void>
  /** Sends what is kept, since there is hope again. */
  hope(): Promise<void>
  /** Requests of a page that was put away may never end: nothing is under way any more. */
  forgetUnderWay(): void
}

type Sent = LessonProgress | 'refused' | 'kept'

/** Sends the beats of whoever is signed in, and of nobody else. */
export function createBeatSender({ whoIsHere, keptOf, put, backoff }: Deps): BeatSender {
  /** Beats being sent now, which need not be sent by another pass over the queue. */
  const underWay = new Set<string>()
  /** How often each could not be sent: what fails for itself holds up no other. */
  const failures = new Map<string, number>()
  const nameOf = (beat: QueuedBeat) => JSON.stringify(beat)
  const failuresOf = (beat: QueuedBeat) => failures.get(nameOf(beat)) ?? 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function send(beat: QueuedBeat, person: string): Promise<Sent> {
    if (whoIsHere() !== person || backoff.isWaiting()) return 'kept'
    underWay.add(nameOf(beat))
    try {
      const answer = await put(beat)
      backoff.succeeded()
      keptOf(person).drop(beat)
      return answer
    } catch (error) {
      if (!isRefusal(error)) {
        failures.set(nameOf(beat), failuresOf(beat) + 1)
        const wait = backoff.failed(error instanceof ApiError ? error.retryAfterMs : undefined)
        clearTimeout(timer)
        timer = setTimeout(() => void sendKept(), wait)
        return 'kept'
      }
      console.warn('A heartbeat was refused and is dropped', error)
      keptOf(person).drop(beat)
      return 'refused'
    } finally {
      underWay.delete(nameOf(beat))
    }
  }

  async function sendKept(): Promise<void> {
    const person = whoIsHere()
    if (person === undefined) return
    const kept = keptOf(person).all()
    for (const beat of kept.sort((a, b) => failuresOf(a) - failuresOf(b)))
      if (!underWay.has(nameOf(beat)) && (await send(beat, person)) === 'kept') return
  }

  return {
    async record(beat, person) {
      const sent = await send(keptOf(person).add(beat), person)
      if (sent === 'kept') return undefined
      await sendKept()
      return sent === 'refused' ? undefined : sent
    },
    sendKept,
    hope() {
      backoff.hope()
      return sendKept()
    },
    forgetUnderWay: () => underWay.clear(),
  }
}

/**
 * Whether our own functions will not have this beat, now or later: there is no such lesson for this person,
 * or it is no beat at all, part by part. A firewall, a gateway or a sign-in that ended says nothing of the
 * lesson.
 */
const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError &&
  error.isOurs &&
  (error.code === 'not_found' || (error.code === 'invalid' && error.issues.length > 0))
