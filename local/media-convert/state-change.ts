import { randomUUID } from 'node:crypto'
import { ACCOUNT, REGION } from '#local/assembly/identifiers'
import type { Job } from './job-store.ts'
import { hasAudioOnlyOutput } from './jobs/job-request.ts'

/** What MediaConvert tells EventBridge of a job. */
export type StateChange = ReturnType<typeof stateChange>

export type ToldStatus = Exclude<Job['status'], 'SUBMITTED'> | 'INPUT_INFORMATION' | 'STATUS_UPDATE'

/**
 * The event of a job as it is now.
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/mediaconvert_event_list.html
 */
export function stateChange(job: Job, status: ToldStatus) {
  const now = new Date()
  return {
    id: randomUUID(),
    time: now.toISOString(),
    source: 'aws.mediaconvert' as const,
    'detail-type': 'MediaConvert Job State Change' as const,
    detail: {
      timestamp: now.getTime(),
      accountId: ACCOUNT,
      queue: `arn:aws:mediaconvert:${REGION}:${ACCOUNT}:queues/Default`,
      jobId: job.id,
      status,
      userMetadata: job.request.userMetadata,
      ...(status === 'STATUS_UPDATE' ? { jobProgress: progressOf(job) } : {}),
      ...(status === 'ERROR' ? { errorCode: job.errorCode, errorMessage: job.errorMessage } : {}),
    },
  }
}

/**
 * The percentage that the service tells: none of a job that has an output with sound alone.
 * https://docs.aws.amazon.com/mediaconvert/latest/ug/feature-limitations-for-audio-only.html
 */
export const toldPercent = ({ request, jobPercentComplete }: Job): number | null =>
  hasAudioOnlyOutput(request) ? null : jobPercentComplete

const PHASES = ['PROBING', 'TRANSCODING', 'UPLOADING'] as const

function progressOf(job: Job) {
  const currentPhase = job.currentPhase ?? 'PROBING'
  const at = PHASES.indexOf(currentPhase)
  const phase = (index: number) =>
    index < at
      ? { status: 'COMPLETE', percentComplete: 100 }
      : index === at
        ? { status: 'PROGRESSING', percentComplete: index === 1 ? toldPercent(job) : null }
        : { status: 'PENDING', percentComplete: null }
  return {
    phaseProgress: Object.fromEntries(PHASES.map((name, index) => [name, phase(index)])),
    jobPercentComplete: toldPercent(job),
    currentPhase,
    retryCount: 0,
  }
}
