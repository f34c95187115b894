import { randomUUID } from 'node:crypto'
import type { JobStateChange } from '#contract/events'
import type { Job } from './job-store.ts'

/** The event that EventBridge gets of a job as it is now. */
export function stateChange(
  job: Job,
  status: Exclude<Job['status'], 'SUBMITTED'> | 'STATUS_UPDATE' = statusOf(job),
): JobStateChange {
  const now = new Date()
  return {
    id: randomUUID(),
    time: now.toISOString(),
    source: 'aws.mediaconvert',
    'detail-type': 'MediaConvert Job State Change',
    detail: {
      timestamp: now.getTime(),
      jobId: job.id,
      status,
      userMetadata: job.request.userMetadata,
      ...(status === 'STATUS_UPDATE'
        ? { jobProgress: { jobPercentComplete: job.jobPercentComplete } }
        : {}),
      ...(status === 'ERROR' ? { errorCode: job.errorCode, errorMessage: job.errorMessage } : {}),
    },
  }
}

const statusOf = (job: Job) => (job.status === 'SUBMITTED' ? 'PROGRESSING' : job.status)
