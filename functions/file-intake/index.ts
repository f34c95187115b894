import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { openTableForWork } from '#adapters/dynamo/table'
import { openImageMaker } from '#adapters/images/open-image-maker'
import { FOR_WORK } from '#adapters/platform/client-settings'
import { createArrivals } from '#adapters/storage/files/arrivals'
import { createStoredFiles } from '#adapters/storage/files/stored-files'
import { environments } from '#contract/platform/environment'
import { ObjectCreated } from '#contract/videos/events'
import { takeInFile } from '#core/files/take-in-file'
import { serveQueue } from '#functions/queue/serve-queue'

const environment = environments['file-intake']().parse(process.env)
const logger = new Logger({ serviceName: 'file-intake' })
const s3 = new S3Client({ ...FOR_WORK, requestChecksumCalculation: 'WHEN_REQUIRED' })
const deps = {
  files: createFileRepository(openTableForWork(environment.TABLE_NAME)),
  arrivals: createArrivals(s3, environment.INGEST_BUCKET),
  stored: createStoredFiles(s3, {
    content: environment.CONTENT_BUCKET,
    ingest: environment.INGEST_BUCKET,
  }),
  makeImage: openImageMaker(environment.IMAGES),
  limits: environment.FILES,
  log: { info: (event: string, ids: object) => logger.info(event, { ...ids }) },
}

/** Looks at what teachers uploaded besides videos, by its queue. */
export const handler = serveQueue(logger, async (event) => {
  const { key, etag, size: bytes } = ObjectCreated.parse(event).detail.object
  const outcome = await takeInFile(deps, { key, etag, bytes })
  logger.info('files.taken_in', { outcome })
})
