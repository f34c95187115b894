import { Logger } from '@aws-lambda-powertools/logger'
import { MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Context } from 'aws-lambda'
import { createMetricWriter } from '#adapters/metrics/metric-writer'
import { createJobFinder } from '#adapters/transcoder/mediaconvert'
import { environments } from '#contract/platform/environment'
import { mediaMetrics } from '#contract/videos/media-metrics'
import { findStuck } from '#core/videos/watch/find-stuck'
import { encodingPolicy } from '#functions/media/encoding-policy'
import { openMediaConvert } from '#functions/media/media-convert'
import { createTrackDeps } from '#functions/media/track-deps'

const logger = new Logger({ serviceName: 'media-watch' })
const environment = environments['media-watch']().parse(process.env)
const writeMetrics = createMetricWriter(environment.METRICS_NAMESPACE, (what) =>
  logger.warn('metrics.left_out', what),
)
const deps = {
  ...createTrackDeps(environment, logger),
  transcoder: createJobFinder(openMediaConvert()),
  policy: encodingPolicy(environment.ENCODING),
}

/** What one asset may take, and the end of the run. Milliseconds. */
const LEAST_LEFT = 60_000

/** Started every ten minutes. Throws to be called again, once it did what it could. */
export async function handler(
  _event: unknown,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<void> {
  const hasTime = () => context.getRemainingTimeInMillis() > LEAST_LEFT
  const { stuck, errors } = await findStuck(deps, hasTime)
  logger.info('media.watched', { stuck })
  for (const error of errors) logger.error('media.watch_failed', error)
  writeMetrics(
    [{ name: mediaMetrics.stuckAssets, unit: MetricUnit.Count, values: [stuck] }],
    [{ service: mediaMetrics.service }],
  )
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} assets cannot be moved`)
}
