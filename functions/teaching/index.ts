import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { S3Client } from '@aws-sdk/client-s3'
import { createCatalogCache } from '#adapters/cache/catalog-cache'
import { createPersonRate } from '#adapters/cache/person-rate'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { createEncodingLedger } from '#adapters/dynamo/encoding-ledger'
import { openTable } from '#adapters/dynamo/table'
import { createUploadRepository } from '#adapters/dynamo/upload-repository'
import { createMediaEvents } from '#adapters/events/media-events'
import { createContentStore } from '#adapters/storage/content-store'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createUploadStore } from '#adapters/storage/upload-store'
import { environments } from '#contract/environment'
import { createCourse } from '#core/teaching/create-course'
import {
  createLesson,
  createModule,
  deleteLesson,
  deleteModule,
  readLesson,
  updateLesson,
  updateModule,
} from '#core/teaching/edit-outline'
import { findOwnCourse } from '#core/teaching/find-own-course'
import { listDrafts } from '#core/teaching/list-drafts'
import { readOutline, withinAnswer } from '#core/teaching/outline'
import { publishCourse } from '#core/teaching/publish-course'
import { updateCourse } from '#core/teaching/update-course'
import { abortUpload, completeUpload, signParts, startUpload } from '#core/teaching/uploads'
import { clock } from '../http/clock.ts'
import { done } from '../http/done.ts'
import { serve } from '../http/serve.ts'
import { encodingPolicy } from '../media/encoding-policy.ts'
import { mediaLog } from '../media/logging.ts'
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
  getDraft: async ({ actor, params }) => ({
    body: {
      course: await findOwnCourse(deps, { actor, ...params }),
      modules: withinAnswer(await readOutline(deps.courses, params.courseId)),
    },
  }),
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
