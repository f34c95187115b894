import type { CourseFile, FileUse } from '#contract/files/file'
import type { CourseId } from '#contract/platform/ids'
import { startSending } from '#web/uploads/sendings/sendings.ts'
import { sendFile } from './send-file.ts'

interface Sent {
  readonly courseId: CourseId
  readonly file: File
  /** @default any */
  readonly use?: FileUse
}

/**
 * Sends a file for a key; one that is on its way for it is stopped. `take` is given what is ready.
 */
export const send = (
  key: string,
  { courseId, file, use = 'any' }: Sent,
  take: (file: CourseFile) => Promise<void>,
): Promise<void> =>
  startSending({ key, name: file.name, sizeBytes: file.size }, async (signal, onProgress) =>
    take(await sendFile({ courseId, file, use, signal, onProgress })),
  )
