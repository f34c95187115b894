import { Logger } from '@aws-lambda-powertools/logger'
import { createJobCanceller } from '#adapters/transcoder/mediaconvert'
import { environments } from '#contract/environment'
import { JobStateChange } from '#contract/events'
import { trackJob } from '#core/media/track-job'
import { openMediaConvert } from '../media/media-convert.ts'
import { createTrackDeps } from '../media/track-deps.ts'
import { serveQueue } from '../queue/serve-queue.ts'

const logger = new Logger({ serviceName: 'media-status' })
const environment = environments['media-status'].parse(process.env)
const deps = {
  ...createTrackDeps(environment, logger),
  transcoder: createJobCanceller(openMediaConvert()),
  deploymentId: environment.DEPLOYMENT_ID,
}

/** Follows MediaConvert's jobs by what they tell, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  await trackJob(deps, JobStateChange.parse(event))
})
