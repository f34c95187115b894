import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import { MediaConvertClient } from '@aws-sdk/client-mediaconvert'
import { createJobFinder } from '#adapters/transcoder/mediaconvert'
import { environments } from '#contract/environment'
import { mediaMetrics } from '#contract/media-metrics'
import { findStuck } from '#core/media/find-stuck'
import { createTrackDeps } from '../media/track-deps.ts'

const logger = new Logger({ serviceName: 'media-watch' })
const metrics = new Metrics({
  namespace: mediaMetrics.namespace,
  serviceName: mediaMetrics.service,
})
const deps = {
  ...createTrackDeps(environments['media-watch'].parse(process.env), logger),
  transcoder: createJobFinder(new MediaConvertClient({})),
}

/** Started every ten minutes. Throws to be called again. */
export async function handler(): Promise<void> {
  const stuck = await findStuck(deps)
  logger.info('media.watched', { stuck })
  metrics.addMetric(mediaMetrics.stuckAssets, MetricUnit.Count, stuck)
  metrics.publishStoredMetrics()
}
