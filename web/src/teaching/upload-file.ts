import type { CourseId } from '#contract/ids'
import { call, routes } from '../api/client.ts'

/** Parts under way at once: enough to fill a line, few enough for a phone. */
const AT_ONCE = 3
const BATCH = 20
const ATTEMPTS = 5

/**
 * Sends a file to the ingest bucket, part by part, straight to signed addresses. A part that fails is
 * signed anew and sent again; parts that arrived are not repeated. Rejects when aborted or given up.
 */
export async function uploadFile(
  courseId: CourseId,
  file: File,
  signal: AbortSignal,
  onProgress: (sentBytes: number) => void,
): Promise<void> {
  const upload = await call(
    routes.startUpload,
    {
      params: { courseId },
      body: {
        fileName: file.name,
        sizeBytes: file.size,
        contentType: file.type || 'application/octet-stream',
      },
    },
    { signal },
  )
  const params = { courseId, uploadId: upload.uploadId }
  const { key } = upload
  const sent = new Map<number, number>()
  const tell = (part: number, bytes: number) => {
    sent.set(part, bytes)
    onProgress([...sent.values()].reduce((sum, one) => sum + one, 0))
  }
  const sign = (partNumbers: number[]) =>
    call(routes.signParts, { params, body: { key, partNumbers } }, { signal })
  const bytesOf = (part: number) =>
    file.slice((part - 1) * upload.partSizeBytes, part * upload.partSizeBytes)

  const sendPart = async (part: number, firstUrl: string) => {
    let url = firstUrl
    for (let attempt = 1; ; attempt += 1) {
      try {
        const body = bytesOf(part)
        await put(url, body, signal, (bytes) => tell(part, bytes))
        return tell(part, body.size)
      } catch (error) {
        if (signal.aborted || attempt >= ATTEMPTS) throw error
        tell(part, 0)
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 500))
        const again = await sign([part])
        if (again.arrived.includes(part)) return tell(part, bytesOf(part).size)
        url = again.urls[0]?.url ?? url
      }
    }
  }

  try {
    for (let first = 1; first <= upload.partCount; first += BATCH) {
      const length = Math.min(BATCH, upload.partCount - first + 1)
      const { urls, arrived } = await sign(Array.from({ length }, (_, at) => first + at))
      for (const part of arrived) tell(part, bytesOf(part).size)
      const waiting = urls.filter(({ partNumber }) => !arrived.includes(partNumber))
      const work = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift())
          await sendPart(next.partNumber, next.url)
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
    }
    await call(routes.completeUpload, { params, body: { key } }, { signal })
  } catch (error) {
    call(routes.abortUpload, { params, query: { key } }).catch((cause: unknown) =>
      console.warn('The parts of a given-up upload stay until the bucket clears them', cause),
    )
    throw error
  }
}

/** A PUT that tells its progress, which fetch cannot. */
function put(url: string, body: Blob, signal: AbortSignal, onProgress: (bytes: number) => void) {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', abort)
      settle()
    }
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () =>
      end(() =>
        request.status < 300
          ? resolve()
          : reject(new Error(`The storage refused a part (${request.status}). Try again.`)),
      )
    request.onerror = () =>
      end(() => reject(new Error('The connection was lost. Check it and try again.')))
    request.onabort = () => end(() => reject(new DOMException('Cancelled', 'AbortError')))
    request.open('PUT', url)
    request.send(body)
  })
}
