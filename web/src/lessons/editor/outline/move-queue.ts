import type { DraftOutline } from '#contract/lessons/lesson'
import { ApiError } from '#web/api/api-error.ts'
import { moved, NOWHERE, type Place, type Placements, placed, placementsOf } from './order.ts'

export interface MoveState {
  /** What is on its way, and what waits for it. */
  readonly sending: Placements | null
  readonly waiting: Placements
  /** Why moves were given up. */
  readonly error: unknown
}

const IDLE: MoveState = { sending: null, waiting: NOWHERE, error: null }
const isEmpty = ({ modules, lessons }: Placements) => modules.length + lessons.length === 0
const idsOf = ({ modules, lessons }: Placements) => [...modules, ...lessons].map(({ id }) => id)

/** Passing by itself: worth another try, of the same. */
const mayPass = (error: unknown) =>
  error instanceof ApiError && ['offline', 'internal', 'too_many_requests'].includes(error.code)
const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
    addEventListener('online', () => resolve(), { once: true })
  })

/**
 * Moves of one course: shown at once, sent one request after the other. What is moved while one is under way goes with
 * the next, as where it stands in the end; so they end in the order that was seen. A request may be repeated.
 */
export class MoveQueue {
  #state = IDLE
  readonly #listeners = new Set<() => void>()
  readonly #firstWaitMs: number

  constructor(firstWaitMs = 1000) {
    this.#firstWaitMs = firstWaitMs
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = () => this.#state

  /** The outline as it is stored, with what is not stored yet. */
  shown(outline: DraftOutline): DraftOutline {
    const { sending, waiting } = this.#state
    return placed(placed(outline, sending ?? NOWHERE), waiting)
  }

  /** @param send resolves once the outline has been read again */
  move(
    outline: DraftOutline,
    ids: ReadonlySet<string>,
    place: Place,
    send: (placements: Placements) => Promise<unknown>,
  ): void {
    const next = moved(this.shown(outline), ids, place)
    const all = new Set([...idsOf(this.#state.waiting), ...ids])
    this.#put({ waiting: placementsOf(next, all), error: null })
    if (this.#state.sending === null) void this.#run(send)
  }

  async #run(send: (placements: Placements) => Promise<unknown>) {
    while (!isEmpty(this.#state.waiting)) {
      const { waiting } = this.#state
      this.#put({ sending: waiting, waiting: NOWHERE })
      const error = await this.#sendUntilSaid(() => send(waiting))
      this.#put({ sending: null, ...(error !== null && { error }) })
    }
  }

  async #sendUntilSaid(send: () => Promise<unknown>): Promise<unknown> {
    for (let ms = this.#firstWaitMs; ; ms = Math.min(30_000, ms * 2)) {
      try {
        await send()
        return null
      } catch (error) {
        if (!mayPass(error)) return error
        await wait(ms)
      }
    }
  }

  #put(part: Partial<MoveState>) {
    this.#state = { ...this.#state, ...part }
    for (const listener of this.#listeners) listener()
  }
}
