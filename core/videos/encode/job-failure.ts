import { type Saying, say } from '#contract/say'
import type { JobError } from '#core/videos/ports'

/** Why a job failed, by what its event or its record tells. */
export function jobFailure({ detail, errorCode }: JobError): Saying {
  if (detail) return say('job_failed', { detail })
  return errorCode === null ? say('job_failed_untold') : say('job_failed_with', { errorCode })
}
