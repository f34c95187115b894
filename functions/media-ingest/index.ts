import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/environment'
import { ObjectCreated } from '#contract/events'
import { takeIn } from '#core/media/take-in'
import { createEncodeDeps } from '../media/encode-deps.ts'
import { serveQueue } from '../queue/serve-queue.ts'

const logger = new Logger({ serviceName: 'media-ingest' })
const deps = createEncodeDeps(environments['media-ingest'].parse(process.env), logger)

/** Works off the new objects of the ingest bucket, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  const outcome = await takeIn(deps, ObjectCreated.parse(event))
  logger.info('media.ingested', { outcome: outcome.kind })
})
