import { Logger } from '@aws-lambda-powertools/logger'
import { S3Client } from '@aws-sdk/client-s3'
import { createCatalogCache } from '#adapters/cache/catalog-cache'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { openTable } from '#adapters/dynamo/table'
import { createContentStore } from '#adapters/storage/content-store'
import { createMediaFiles } from '#adapters/storage/media-files'
import { createUploadStore } from '#adapters/storage/upload-store'
import { environments } from '#contract/environment'
import { DomainError, notFound } from '#core/errors'
import { toAssetCard } from '#core/media/asset-card'
import { createCourse } from '#core/teaching/create-course'
import {
  createLesson,
  createModule,
  deleteLesson,
  deleteModule,
  updateLesson,
  updateModule,
} from '#core/teaching/edit-outline'
import { findOwnCourse } from '#core/teaching/find-own-course'
import { listDrafts } from '#core/teaching/list-drafts'
import { readOutline } from '#core/teaching/outline'
import { publishCourse } from '#core/teaching/publish-course'
import { abortUpload, completeUpload, signParts, startUpload } from '#core/teaching/uploads'
import { clock } from '../http/clock.ts'
import { serve } from '../http/serve.ts'
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
  maxUploadBytes: environment.MAX_UPLOAD_BYTES,
  clock,
}

const notBuilt = async (): Promise<never> => {
  throw new DomainError('conflict', 'This cannot be done yet.')
}

/** A verb whose route answers with no body. */
const done = async (work: Promise<void>) => {
  await work
  return { body: undefined }
}

export const handler = serve('teaching', {
  listDrafts: async ({ actor, query }) => ({
    body: await listDrafts(deps, { actor, ...query }),
  }),
  createCourse: async ({ actor, body }) => ({ body: await createCourse(deps, { actor, ...body }) }),
  getDraft: async ({ actor, params }) => ({
    body: {
      course: await findOwnCourse(deps, { actor, ...params }),
      modules: await readOutline(deps.courses, params.courseId),
    },
  }),
  updateCourse: async ({ actor, params, body }) => {
    const course = await findOwnCourse(deps, { actor, ...params })
    const change = { ...body, updatedAt: clock.now().toISOString() }
    await deps.courses.update(course.id, change)
    return { body: { ...course, ...change } }
  },
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
  updateLesson: async ({ actor, params, body }) => ({
    body: await updateLesson(deps, { actor, ...params, change: body }),
  }),
  deleteLesson: ({ actor, params }) => done(deleteLesson(deps, { actor, ...params })),
  publishCourse: async ({ actor, params }) => {
    const course = await publishCourse(deps, { actor, ...params })
    await cache.forgetAll()
    return { body: course }
  },
  listAssets: async ({ actor, params, query }) => {
    const course = await findOwnCourse(deps, { actor, ...params })
    const { items, nextCursor } = await deps.assets.listByCourse(course.id, query)
    return { body: { items: items.map(toAssetCard), nextCursor } }
  },
  getAsset: async ({ actor, params }) => {
    const course = await findOwnCourse(deps, { actor, ...params })
    const asset = await deps.assets.get(params.assetId)
    if (asset?.courseId !== course.id) throw notFound('video')
    return { body: { asset, uses: [] } }
  },
  listRejectedUploads: async ({ query }) => {
    const { items, nextCursor } = await deps.assets.listWithoutCourse(query)
    return { body: { items: items.map(toAssetCard), nextCursor } }
  },
  retryAsset: notBuilt,
  cancelAsset: notBuilt,
  releaseAsset: notBuilt,
  deleteAsset: notBuilt,
  ...captionVerbs(deps),
  estimateEncoding: notBuilt,
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
