import type { CourseFile, FileUse } from '#contract/files/file'
import { IMAGE_TYPES } from '#contract/files/types'
import type { CourseId } from '#contract/platform/ids'
import { call, routes } from '#web/api/client.ts'
import { inWords } from '#web/api/reasons.ts'
import { putPart } from '#web/uploads/put-part.ts'
import { words } from './words/en.ts'

interface Sending {
  readonly courseId: CourseId
  readonly file: File
  readonly use: FileUse
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Sending is most of it; the rest is for whoever looks at the file. */
const SENT = 0.9

/** Sends a file of a course, besides videos, and waits until it is ready. @throws Error that says what is wrong */
export async function sendFile({
  courseId,
  file,
  use,
  signal,
  onProgress,
}: Sending): Promise<CourseFile> {
  if (use === 'image' && !IMAGE_TYPES.some((type) => type === file.type))
    throw new Error(words.noImage)
  const params = { courseId }
  const body = { name: file.name, bytes: file.size, use }
  const { file: begun, url } = await call(routes.startFile, { params, body }, { signal })
  await putPart(url, file, signal, (bytes) => onProgress((SENT * bytes) / file.size))
  const ready = await whenLookedAt(begun, signal)
  if (ready.state === 'refused')
    throw new Error((ready.refusal && inWords(ready.refusal)) || words.refused)
  onProgress(1)
  return ready
}

/** Asked after so many milliseconds, each once: a picture takes a second or some. */
const PAUSES = [400, 600, 800, ...Array<number>(60).fill(1_500)]

async function whenLookedAt(begun: CourseFile, signal: AbortSignal): Promise<CourseFile> {
  const params = { courseId: begun.courseId, fileId: begun.id }
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    const file = await call(routes.getFile, { params }, { signal })
    if (file.state !== 'arriving') return file
  }
  throw new Error(words.slow)
}
