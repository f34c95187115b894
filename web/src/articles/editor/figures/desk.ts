import { ownFolder } from '#contract/courses/content-paths'
import type { CourseFile } from '#contract/files/file'
import type { CourseId, FileId } from '#contract/platform/ids'
import { sendFile } from '#web/files/send-file.ts'
import { messageOf } from '#web/ui/notices.tsx'

/** A picture on its way. */
export interface Sending {
  readonly name: string
  /** Of the picture as it is on this machine, to be shown meanwhile. */
  readonly preview: string
  /** From 0 to 1. */
  readonly share: number
  /** Why it did not go; null while it goes. */
  readonly problem: string | null
}

/** What an editor's pictures ask for: where they lie, and how far those are that are sent. */
export interface FigureDesk {
  folderOf(fileId: FileId): string
  /** Sends a picture; answers under which name it is asked for. */
  send(file: File): string
  again(sending: string): void
  get(sending: string): Sending | undefined
  /** Called whenever one of them is further; answers how to call no more. */
  watch(listen: () => void): () => void
  /** Whom a picture is given once it is a file; answers how to give none any more. */
  receive(take: Receiver): () => void
}
type Receiver = (sending: string, file: CourseFile) => void

let last = 0

export function figureDesk(courseId: CourseId): FigureDesk {
  const all = new Map<string, Sending & { readonly file: File }>()
  const listeners = new Set<() => void>()
  let receiver: Receiver | null = null
  const change = (sending: string, next: Partial<Sending>) => {
    const before = all.get(sending)
    if (!before) return
    all.set(sending, { ...before, ...next })
    for (const listen of listeners) listen()
  }
  const go = (sending: string, file: File) => {
    const onProgress = (share: number) => change(sending, { share })
    const { signal } = new AbortController()
    sendFile({ courseId, file, use: 'image', signal, onProgress }).then(
      (sent) => receiver?.(sending, sent),
      (error: unknown) => change(sending, { problem: messageOf(error) }),
    )
  }
  return {
    folderOf: (fileId) => `/${ownFolder(courseId, fileId)}`,
    send: (file) => {
      last += 1
      const sending = `sending-${last}`
      const preview = URL.createObjectURL(file)
      all.set(sending, { file, name: file.name, preview, share: 0, problem: null })
      go(sending, file)
      return sending
    },
    again: (sending) => {
      const found = all.get(sending)
      if (!found) return
      change(sending, { problem: null, share: 0 })
      go(sending, found.file)
    },
    get: (sending) => all.get(sending),
    watch: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    receive: (take) => {
      receiver = take
      return () => {
        receiver = null
      }
    },
  }
}
