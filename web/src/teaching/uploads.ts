import { useSyncExternalStore } from 'react'
import type { CourseId } from '#contract/ids'
import { messageOf } from '../layout/notices.tsx'
import { TransferRate } from './transfer-rate.ts'
import { uploadFile } from './upload-file.ts'

export interface Upload {
  readonly id: number
  readonly courseId: CourseId
  readonly file: File
  readonly state: 'waiting' | 'sending' | 'sent' | 'cancelled' | 'failed'
  readonly sentBytes: number
  readonly bytesPerSecond: number | null
  readonly secondsLeft: number | null
  readonly problem: string | null
}

/** Uploads live outside of the pages, so that moving around the site does not end them. */
let uploads: readonly Upload[] = []
const aborts = new Map<number, AbortController>()
const listeners = new Set<() => void>()
let nextId = 1
let running = false

function set(next: readonly Upload[]) {
  uploads = next
  for (const listener of listeners) listener()
}
const change = (id: number, facts: Partial<Upload>) =>
  set(uploads.map((one) => (one.id === id ? { ...one, ...facts } : one)))

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useUploads = () => useSyncExternalStore(subscribe, () => uploads)

export function addUploads(courseId: CourseId, files: readonly File[]) {
  const added = files.map(
    (file): Upload => ({
      id: nextId++,
      courseId,
      file,
      state: 'waiting',
      sentBytes: 0,
      bytesPerSecond: null,
      secondsLeft: null,
      problem: null,
    }),
  )
  set([...uploads, ...added])
  void run()
}

export function cancelUpload(id: number) {
  aborts.get(id)?.abort()
  change(id, { state: 'cancelled' })
}

export function retryUpload(id: number) {
  change(id, { state: 'waiting', sentBytes: 0, problem: null })
  void run()
}

/** One file after the other: the first lecture is ready soonest. */
async function run() {
  if (running) return
  running = true
  addEventListener('beforeunload', warn)
  for (
    let next = uploads.find((one) => one.state === 'waiting');
    next;
    next = uploads.find((one) => one.state === 'waiting')
  )
    await send(next)
  removeEventListener('beforeunload', warn)
  running = false
}

async function send({ id, courseId, file }: Upload) {
  const abort = new AbortController()
  aborts.set(id, abort)
  const rate = new TransferRate()
  rate.add(performance.now(), 0)
  change(id, { state: 'sending' })
  try {
    await uploadFile(courseId, file, abort.signal, (sentBytes) => {
      rate.add(performance.now(), sentBytes)
      change(id, {
        sentBytes,
        bytesPerSecond: rate.bytesPerSecond(),
        secondsLeft: rate.secondsLeft(file.size),
      })
    })
    change(id, { state: 'sent', sentBytes: file.size })
  } catch (error) {
    if (!abort.signal.aborted) change(id, { state: 'failed', problem: messageOf(error) })
  } finally {
    aborts.delete(id)
  }
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()
