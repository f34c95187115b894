import { Logger } from '@aws-lambda-powertools/logger'
import { createJobCanceller } from '#adapters/transcoder/mediaconvert'
import { environments } from '#contract/platform/environment'
import { JobStateChange } from '#contract/videos/events'
import { trackJob } from '#core/videos/encode/track-job'
import { openMediaConvert } from '#functions/media/media-convert'
import { createTrackDeps } from '#functions/media/track-deps'
import { serveQueue } from '#functions/queue/serve-queue'

const logger = new Logger({ serviceName: 'media-status' })
const environment = environments['media-status']().parse(process.env)
const deps = {
  ...createTrackDeps(environment, logger),
  transcoder: createJobCanceller(openMediaConvert()),
  deploymentId: environment.DEPLOYMENT_ID,
}

/** Follows MediaConvert's jobs by what they tell, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  await trackJob(deps, JobStateChange.parse(event))
})
