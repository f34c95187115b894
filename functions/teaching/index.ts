import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { createCatalogCache } from '#adapters/cache/catalog-cache'
import { createPersonRate } from '#adapters/cache/person-rate'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { openTable } from '#adapters/dynamo/table'
import { createUploadRepository } from '#adapters/dynamo/uploads/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { createMediaEvents } from '#adapters/events/media-events'
import { createContentStore } from '#adapters/storage/content-store'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createUploadStore } from '#adapters/storage/upload-store'
import { environments } from '#contract/platform/environment'
import { createCourse } from '#core/courses/create-course'
import { listDrafts } from '#core/courses/list-drafts'
import { publishCourse } from '#core/courses/publish-course'
import { updateCourse } from '#core/courses/update-course'
import {
  createLesson,
  createModule,
  deleteLesson,
  deleteModule,
  readLesson,
  updateLesson,
  updateModule,
} from '#core/lessons/edit-outline'
import { readDraft } from '#core/lessons/read-draft'
import { abortUpload, completeUpload, signParts, startUpload } from '#core/uploads/uploads'
import { clock } from '#functions/http/clock'
import { done } from '#functions/http/done'
import { serve } from '#functions/http/serve'
import { encodingPolicy } from '#functions/media/encoding-policy'
import { mediaLog } from '#functions/media/logging'
import { assetVerbs } from './asset-verbs.ts'
import { captionVerbs } from './captions.ts'

const environment = environments.teaching.parse(process.env)
const table = openTable(environment.TABLE_NAME)
const s3 = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' })
const logger = new Logger({ serviceName: 'teaching' })
const cache = createCatalogCache(environment.VALKEY_URL, (error) =>
  logger.warn('cache.unavailable', error),
)
const deps = {
  courses: createCourseRepository(table),
  assets: createAssetRepository(table),
  content: createContentStore(s3, environment.CONTENT_BUCKET),
  files: createMediaFiles(s3, environment.CONTENT_BUCKET),
  uploads: createUploadStore(s3, environment.INGEST_BUCKET),
  started: createUploadRepository(table),
  limits: {
    maxSourceBytes: environment.MAX_SOURCE_BYTES,
    maxSourceSeconds: environment.MAX_SOURCE_SECONDS,
    // What a browser tells of a file does not name its codec.
    codecs: null,
  },
  ledger: createEncodingLedger(table),
  events: createMediaEvents(new EventBridgeClient({}), environment.DEPLOYMENT_ID),
  policy: encodingPolicy(environment),
  log: mediaLog(logger),
  clock,
}

const personRate = createPersonRate({
  url: environment.VALKEY_URL,
  limit: environment.REQUESTS_PER_PERSON,
  onError: (error) => logger.warn('rate.unavailable', error),
})
const served = { service: 'teaching', personRate } as const

export const handler = serve(served, {
  listDrafts: async ({ actor, query }) => ({
    body: await listDrafts(deps, { actor, ...query }),
  }),
  createCourse: async ({ actor, body }) => ({ body: await createCourse(deps, { actor, ...body }) }),
  getDraft: async ({ actor, params }) => ({ body: await readDraft(deps, { actor, ...params }) }),
  updateCourse: async ({ actor, params, body }) => ({
    body: await updateCourse(deps, { actor, ...params, change: body }),
  }),
  createModule: async ({ actor, params, body }) => ({
    body: await createModule(deps, { actor, ...params, ...body }),
  }),
  updateModule: async ({ actor, params, body }) => ({
    body: await updateModule(deps, { actor, ...params, change: body }),
  }),
  deleteModule: ({ actor, params }) => done(deleteModule(deps, { actor, ...params })),
  createLesson: async ({ actor, params, body }) => ({
    body: await createLesson(deps, { actor, ...params, lesson: body }),
  }),
  getLesson: async ({ actor, params }) => ({ body: await readLesson(deps, { actor, ...params }) }),
  updateLesson: async ({ actor, params, body }) => ({
    body: await updateLesson(deps, { actor, ...params, change: body }),
  }),
  deleteLesson: ({ actor, params }) => done(deleteLesson(deps, { actor, ...params })),
  publishCourse: async ({ actor, params }) => {
    const course = await publishCourse(deps, { actor, ...params })
    await cache.forgetAll()
    return { body: course }
  },
  ...assetVerbs(deps),
  ...captionVerbs(deps),
  startUpload: async ({ actor, params, body }) => ({
    body: await startUpload(deps, { actor, ...params, ...body }),
  }),
  signParts: async ({ actor, params, body }) => ({
    body: await signParts(deps, { actor, ...params, ...body }),
  }),
  completeUpload: ({ actor, params, body }) =>
    done(completeUpload(deps, { actor, ...params, ...body })),
  abortUpload: ({ actor, params, query }) =>
    done(abortUpload(deps, { actor, ...params, ...query })),
})
