import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/environment'
import { ObjectCreated } from '#contract/events'
import { takeIn } from '#core/media/take-in'
import { createEncodeDeps } from '../media/encode-deps.ts'

const logger = new Logger({ serviceName: 'media-ingest' })
const deps = createEncodeDeps(environments['media-ingest'].parse(process.env), logger)

/** Started by EventBridge for every new object of the ingest bucket. Throws to be called again. */
export async function handler(event: unknown): Promise<void> {
  const outcome = await takeIn(deps, ObjectCreated.parse(event))
  logger.info('media.ingested', { outcome: outcome.kind })
}
