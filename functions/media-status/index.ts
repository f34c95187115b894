import { Logger } from '@aws-lambda-powertools/logger'
import { createJobCanceller } from '#adapters/transcoder/mediaconvert'
import { environments } from '#contract/environment'
import { JobStateChange } from '#contract/events'
import { trackJob } from '#core/media/track-job'
import { openMediaConvert } from '../media/media-convert.ts'
import { createTrackDeps } from '../media/track-deps.ts'

const logger = new Logger({ serviceName: 'media-status' })
const environment = environments['media-status'].parse(process.env)
const deps = {
  ...createTrackDeps(environment, logger),
  transcoder: createJobCanceller(openMediaConvert()),
  deploymentId: environment.DEPLOYMENT_ID,
}

/** Started by EventBridge when a MediaConvert job changes state. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  await trackJob(deps, JobStateChange.parse(event))
}
