import type { StreamCause } from './stream.ts'

/** What is shown while a video cannot play. Of `waiting` and `preparing` the player recovers by itself. */
export type Trouble = 'waiting' | 'preparing' | 'forbidden' | 'media' | 'unsupported'

export interface RecoveryDeps {
  /** Opens the course's session again; rejects when the server does not let this person in. */
  readonly renew: () => Promise<unknown>
  readonly goOn: () => void
  /** False when no other way to decode is left. */
  readonly mend: () => boolean
  readonly show: (trouble: Trouble | undefined) => void
}

const LONGEST_WAIT_MS = 15_000
const LOOK_AGAIN_MS = 10_000

/**
 * Goes on after what can be mended without the learner. A refusal renews the session once; content
 * that stays refused afterwards is not there, since the edge does not tell the two apart.
 */
export function createRecovery({ renew, goOn, mend, show }: RecoveryDeps) {
  let failures = 0
  let renewed = false
  /** Whether something is wrong that nothing has arrived after. */
  let troubled = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const goOnAfter = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(goOn, milliseconds)
  }
  const waitForNetwork = () => {
    show('waiting')
    goOnAfter(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures))
    failures += 1
  }
  const lookAgain = () => {
    show('preparing')
    goOnAfter(LOOK_AGAIN_MS)
  }
  const renewThenGoOn = () => {
    renewed = true
    renew().then(goOn, (error: unknown) => {
      renewed = false
      if (isOffline(error)) waitForNetwork()
      else show('forbidden')
    })
  }
  return {
    onProblem(cause: StreamCause, fatal: boolean): void {
      troubled = true
      if (!fatal) {
        // The stream asks again by itself; what it waits for is worth saying.
        if (cause === 'network') show('waiting')
        return
      }
      if (cause === 'network') waitForNetwork()
      else if (cause === 'unsupported') show('unsupported')
      else if (cause === 'media') {
        if (!mend()) show('media')
      } else if (cause === 'not-found' || renewed) lookAgain()
      else renewThenGoOn()
    },
    /** Something of the video has arrived, so that what was before is over. */
    onArrival(): void {
      failures = 0
      renewed = false
      troubled = false
      clearTimeout(timer)
      show(undefined)
    },
    /** The learner asks. */
    tryNow(): void {
      failures = 0
      goOnAfter(0)
    },
    /** The network is back; a video that plays from what it has is left alone. */
    onOnline(): void {
      if (troubled) this.tryNow()
    },
    stop: () => clearTimeout(timer),
  }
}
export type Recovery = ReturnType<typeof createRecovery>

const isOffline = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'offline'
