import { useSyncExternalStore } from 'react'
import { withoutUnseen } from '#contract/platform/key-rules'
import { ApiError, call, routes } from '#web/api/client.ts'
import { keptUploads } from './kept-uploads.ts'
import { putPart } from './put-part.ts'
import type { UploadApi } from './send-file.ts'
import { type UploadPlan, UploadProblem, type UploadSession } from './upload.ts'
import { anyUnderWay, UploadQueue } from './upload-queue.ts'
import { warnWhile } from './warn-while.ts'

const LONGEST_WAIT_MS = 30_000

const paramsOf = (plan: UploadPlan, { uploadId }: UploadSession) => ({
  courseId: plan.courseId,
  uploadId,
})

const KINDS: Partial<Record<ApiError['code'], UploadProblem['kind']>> = {
  offline: 'offline',
  internal: 'offline',
  too_many_requests: 'offline',
  not_found: 'gone',
  conflict: 'incomplete',
}

async function told<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const why = error.issues.map(({ message }) => message).join(' ')
    throw new UploadProblem(KINDS[error.code] ?? 'refused', why || error.message, { cause: error })
  }
}

const api: UploadApi = {
  start: (plan, signal) =>
    told(
      call(
        routes.startUpload,
        {
          params: { courseId: plan.courseId },
          body: {
            fileName: withoutUnseen(plan.fileName),
            sizeBytes: plan.sizeBytes,
            contentType: plan.contentType,
            ...(plan.folder ? { folder: withoutUnseen(plan.folder) } : {}),
            ...(plan.besideAsset ? { beside: plan.besideAsset } : {}),
            ...(plan.replaces ? { replaces: plan.replaces } : {}),
          },
        },
        { signal },
      ),
    ),
  sign: (plan, session, partNumbers, signal) =>
    told(
      call(
        routes.signParts,
        { params: paramsOf(plan, session), body: { key: session.key, partNumbers } },
        { signal },
      ),
    ),
  complete: (plan, session, signal) =>
    told(
      call(
        routes.completeUpload,
        { params: paramsOf(plan, session), body: { key: session.key } },
        { signal },
      ),
    ),
  abort: (plan, session) =>
    told(
      call(routes.abortUpload, {
        params: paramsOf(plan, session),
        query: { key: session.key },
      }),
    ),
}

/** When the browser says that it is online, or after a growing while, by chance: it does not always know. */
const reachable = (attempt: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const wait = Math.random() * Math.min(LONGEST_WAIT_MS, 1000 * 2 ** attempt)
    const timer = setTimeout(() => end(resolve), wait)
    const online = () => end(resolve)
    const stop = () => end(() => reject(signal.reason))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      removeEventListener('online', online)
      signal.removeEventListener('abort', stop)
      settle()
    }
    addEventListener('online', online)
    signal.addEventListener('abort', stop)
  })

/** A lock lasts as long as its window, so that no two windows send the same file. */
const claim = (id: string) =>
  new Promise<boolean>((resolve) => {
    if (!navigator.locks) return resolve(true)
    navigator.locks
      .request(`lectern-upload ${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        return lock ? new Promise<void>(() => {}) : undefined
      })
      .catch(() => resolve(true))
  })

export const uploadQueue = new UploadQueue({
  api,
  put: putPart,
  reachable,
  kept: keptUploads,
  claim,
  now: () => performance.now(),
})

warnWhile(uploadQueue.subscribe, () => anyUnderWay(uploadQueue.list()))

export const useUploads = () => useSyncExternalStore(uploadQueue.subscribe, uploadQueue.list)
