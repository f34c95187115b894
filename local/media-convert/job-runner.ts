import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Client } from '@aws-sdk/client-s3'
import { encode } from './encode/encode.ts'
import { isUnfinished, type Job, type JobStore } from './job-store.ts'
import { download, parseS3Url, upload } from './objects.ts'
import { toEncodePlan } from './plan/encode-plan.ts'
import { type StateChange, stateChange } from './state-change.ts'
import type { FfmpegTools } from './tools/find-ffmpeg.ts'

/** MediaConvert's code for an input that it cannot decode. */
const INPUT_ERROR = 1040

/** MediaConvert tells its progress every 10 s at most; on one machine somebody watches the bar. */
const PROGRESS_INTERVAL_MS = 1000

export interface JobRunner {
  /** Runs it after those before it: ffmpeg takes the whole machine. */
  enqueue(job: Job): void
  /** False when the job has ended already. */
  cancel(id: string): Promise<boolean>
  /** Stops the running job, which stays unfinished and starts anew after a restart. */
  close(): Promise<void>
}

export function createJobRunner(deps: {
  readonly store: JobStore
  readonly s3: S3Client
  readonly tools: FfmpegTools
  readonly scratch: string
  publish(event: StateChange): void
}): JobRunner {
  const { store } = deps
  const closing = new AbortController()
  let running: { readonly id: string; readonly abort: AbortController } | null = null
  let last: Promise<void> = Promise.resolve()

  const change = async (
    id: string,
    status: Exclude<Job['status'], 'SUBMITTED'>,
    values: Parameters<JobStore['update']>[1] = {},
  ) => deps.publish(stateChange(await store.update(id, { ...values, status }), status))

  const enter = (id: string, currentPhase: NonNullable<Job['currentPhase']>) =>
    deps.publish(stateChange(store.note(id, { currentPhase }), 'STATUS_UPDATE'))

  const work = async (id: string) => {
    const job = store.get(id)
    if (!job || !isUnfinished(job) || closing.signal.aborted) return
    const abort = new AbortController()
    running = { id, abort }
    try {
      await change(id, 'PROGRESSING', { jobPercentComplete: 0, currentPhase: 'PROBING' })
      await runJob(job, AbortSignal.any([abort.signal, closing.signal]))
      await change(id, 'COMPLETE', { jobPercentComplete: 100 })
    } catch (error) {
      // Closing leaves the job as it is, for the next start; cancelling has said so already.
      if (closing.signal.aborted || abort.signal.aborted) return
      const errorMessage = error instanceof Error ? error.message : String(error)
      await change(id, 'ERROR', { errorCode: INPUT_ERROR, errorMessage })
    } finally {
      running = null
    }
  }

  const runJob = async (job: Job, signal: AbortSignal) => {
    const directory = join(deps.scratch, job.id)
    const output = join(directory, 'output')
    const source = join(directory, 'source')
    await rm(directory, { recursive: true, force: true })
    await mkdir(output, { recursive: true })
    try {
      const plan = toEncodePlan(job.request)
      await download(
        deps.s3,
        parseS3Url(job.request.settings.inputs[0]?.fileInput ?? ''),
        source,
        signal,
      )
      deps.publish(stateChange(job, 'INPUT_INFORMATION'))
      enter(job.id, 'TRANSCODING')
      await encode({
        tools: deps.tools,
        plan,
        source,
        directory: output,
        signal,
        onProgress: progressReporter(job.id),
      })
      enter(job.id, 'UPLOADING')
      await upload(deps.s3, output, parseS3Url(plan.destination), signal)
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  const progressReporter = (id: string) => {
    let next = 0
    return (percent: number) => {
      const job = store.get(id)
      if (!job || Date.now() < next || percent <= job.jobPercentComplete) return
      next = Date.now() + PROGRESS_INTERVAL_MS
      deps.publish(stateChange(store.note(id, { jobPercentComplete: percent }), 'STATUS_UPDATE'))
    }
  }

  return {
    enqueue(job) {
      last = last
        .then(() => work(job.id))
        .catch((error: unknown) => console.error(`media-convert: job ${job.id}:`, error))
    },
    async cancel(id) {
      const job = store.get(id)
      if (!job || !isUnfinished(job)) return false
      if (running?.id === id) running.abort.abort(new Error('canceled'))
      await change(id, 'CANCELED')
      return true
    },
    async close() {
      closing.abort(new Error('closing'))
      await last
    },
  }
}
