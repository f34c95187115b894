import { Logger } from '@aws-lambda-powertools/logger'
import { environments } from '#contract/platform/environment'
import { ObjectCreated } from '#contract/videos/events'
import { ingestObject } from '#core/videos/intake/ingest-object'
import { createEncodeDeps } from '#functions/media/encode-deps'
import { serveQueue } from '#functions/queue/serve-queue'

const logger = new Logger({ serviceName: 'media-ingest' })
const deps = createEncodeDeps(environments['media-ingest']().parse(process.env), logger)

/** Works off the new objects of the ingest bucket, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  const outcome = await ingestObject(deps, ObjectCreated.parse(event))
  logger.info('media.ingested', { outcome: outcome.kind })
})
