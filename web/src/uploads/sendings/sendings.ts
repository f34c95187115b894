import { useSyncExternalStore } from 'react'
import { messageOf } from '#web/ui/notices.tsx'
import { warnWhile } from '#web/uploads/warn-while.ts'

/** A file, no video, on its way to whatever asked for it. It does not outlive the window. */
export interface Sending {
  readonly key: string
  readonly name: string
  readonly sizeBytes: number
  /** From 0 to 1. */
  readonly share: number
  /** Why it ended without being taken. */
  readonly problem: string | null
  readonly isDone: boolean
}

let sendings: readonly Sending[] = []
const stops = new Map<string, AbortController>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const set = (next: readonly Sending[]) => {
  sendings = next
  for (const listener of listeners) listener()
}

export const isSending = ({ problem, isDone }: Sending) => problem === null && !isDone
warnWhile(subscribe, () => sendings.some(isSending))

/** All of this window, in the order in which they were begun. */
export const useSendings = () => useSyncExternalStore(subscribe, () => sendings)

/** What is on its way for a key, also for a screen that was left and come back to. */
export const useSending = (key: string): Sending | undefined =>
  useSendings().find((one) => one.key === key && !one.isDone)

export const stopSending = (key: string) => {
  stops.get(key)?.abort()
  set(sendings.filter((one) => one.key !== key))
}

export const clearDone = () => set(sendings.filter(({ isDone }) => !isDone))

/** Runs what sends a file for a key; one that is on its way for it is stopped. */
export async function startSending(
  file: Pick<Sending, 'key' | 'name' | 'sizeBytes'>,
  run: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<void>,
): Promise<void> {
  const { key } = file
  stopSending(key)
  const stop = new AbortController()
  stops.set(key, stop)
  const tell = (change: Partial<Sending>) => {
    if (!stop.signal.aborted)
      set(sendings.map((one) => (one.key === key ? { ...one, ...change } : one)))
  }
  set([...sendings, { ...file, share: 0, problem: null, isDone: false }])
  try {
    await run(stop.signal, (share) => tell({ share }))
    tell({ isDone: true, share: 1 })
  } catch (error) {
    tell({ problem: messageOf(error) })
  }
}
