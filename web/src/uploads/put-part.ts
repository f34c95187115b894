import { UploadProblem } from './upload.ts'
import { words } from './words/en.ts'

/** A PUT that tells its progress, which fetch cannot. */
export function putPart(
  url: string,
  body: Blob,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', abort)
      settle()
    }
    const fail = (kind: UploadProblem['kind'], message: string) =>
      end(() => reject(new UploadProblem(kind, message)))
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => {
      if (request.status < 300) return end(resolve)
      if (request.status >= 500) return fail('offline', words.storageBusy)
      fail('refused', words.partRefused(request.status))
    }
    request.onerror = () => fail('offline', words.connectionLost)
    const stopped = () => end(() => reject(new DOMException('Stopped', 'AbortError')))
    request.onabort = stopped
    if (signal.aborted) return stopped()
    request.open('PUT', url)
    request.send(body)
  })
}
