import { useSyncExternalStore } from 'react'
import type { CourseFile } from '#contract/files/file'
import type { CourseId } from '#contract/platform/ids'
import { messageOf } from '#web/ui/notices.tsx'
import { sendFile } from './send-file.ts'

/** A file on its way to whatever asked for it. */
export interface Sending {
  readonly name: string
  /** From 0 to 1. */
  readonly share: number
  /** Why it ended without being taken. */
  readonly problem: string | null
}

const sendings = new Map<string, Sending>()
const stops = new Map<string, AbortController>()
const listeners = new Set<() => void>()

const set = (key: string, sending: Sending | undefined) => {
  if (sending) sendings.set(key, sending)
  else sendings.delete(key)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What is on its way for a key, also for a screen that was left and come back to. */
export const useSending = (key: string): Sending | undefined =>
  useSyncExternalStore(subscribe, () => sendings.get(key))

export const stopSending = (key: string) => {
  stops.get(key)?.abort()
  set(key, undefined)
}

/**
 * Sends a file for a key; one that is on its way for it is stopped. `take` is given what is ready.
 */
export async function send(
  key: string,
  what: { readonly courseId: CourseId; readonly file: File },
  take: (file: CourseFile) => Promise<void>,
): Promise<void> {
  stopSending(key)
  const stop = new AbortController()
  stops.set(key, stop)
  const { name } = what.file
  const tell = (change: Partial<Sending>) => {
    if (!stop.signal.aborted) set(key, { name, share: 0, problem: null, ...change })
  }
  tell({})
  try {
    const file = await sendFile({
      ...what,
      use: 'any',
      signal: stop.signal,
      onProgress: (share) => tell({ share }),
    })
    await take(file)
    if (!stop.signal.aborted) set(key, undefined)
  } catch (error) {
    tell({ problem: messageOf(error) })
  }
}
