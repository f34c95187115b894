import { ApiError } from '#web/api/api-error.ts'

/** A file at the edge, of which parts are fetched. */
export interface RemoteFile {
  readonly url: string
  readonly bytes: number
}

/** That the file cannot be had, also by trying again. */
export class FileGone extends Error {
  override readonly name = 'FileGone'
}

interface Manner {
  /** Opens the course again, whose cookies have ended. */
  readonly reopen: () => Promise<unknown>
  /** Told when the network is waited for, and when it is back. */
  readonly onWaiting: (waits: boolean) => void
  readonly signal: AbortSignal
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000

/** Reads from one byte to before another. While the network or the edge is away it tries on, since a reader has nothing else to do. */
export function partReader({ url, bytes }: RemoteFile, manner: Manner) {
  const { reopen, onWaiting, signal } = manner
  // Those that were refused together open the course once.
  let reopening: Promise<unknown> | undefined
  const waiting = new Set<symbol>()
  const waits = (read: symbol, does: boolean) => {
    const before = waiting.size > 0
    if (does) waiting.add(read)
    else waiting.delete(read)
    const now = waiting.size > 0
    if (now !== before) onWaiting(now)
  }

  return async function read(begin: number, end: number): Promise<Uint8Array> {
    const mine = Symbol('read')
    let opened = false
    try {
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
        const answer = await ask(begin, end)
        if (answer instanceof Uint8Array) return answer
        const isRefused = answer >= 400 && answer < 500 && answer !== 408 && answer !== 429
        if (isRefused && (answer !== 403 || opened)) throw new FileGone(`status_${answer}`)
        if (answer === 403) {
          opened = await isOpenAgain()
          if (opened) continue
        }
        waits(mine, true)
        await pauseFor(pause, signal)
      }
    } finally {
      waits(mine, false)
    }
  }

  /** False where nobody answered; the course itself may be closed to its reader by now. */
  async function isOpenAgain(): Promise<boolean> {
    reopening ??= reopen().finally(() => {
      reopening = undefined
    })
    try {
      await reopening
      return true
    } catch (error) {
      if (error instanceof ApiError && error.code === 'offline') return false
      throw new FileGone('course_closed', { cause: error })
    }
  }

  /** The bytes; a status; or 0 where nobody answered. */
  async function ask(begin: number, end: number): Promise<Uint8Array | number> {
    try {
      const answer = await fetch(url, {
        headers: { range: `bytes=${begin}-${Math.min(end, bytes) - 1}` },
        credentials: 'same-origin',
        signal,
      })
      if (!answer.ok) return answer.status
      const body = new Uint8Array(await answer.arrayBuffer())
      // Whoever heeds no ranges sends all of it.
      return answer.status === 206 ? body : body.slice(begin, end)
    } catch (error) {
      if (signal.aborted) throw error
      return 0
    }
  }
}

/** Shorter where the network says that it is back. */
const pauseFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(end, milliseconds)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
