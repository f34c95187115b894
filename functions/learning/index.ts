import { Logger } from '@aws-lambda-powertools/logger'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { createPersonRate } from '#adapters/cache/person-rate'
import { createSyllabusReader } from '#adapters/cache/syllabus-cache'
import { createAssetRepository } from '#adapters/dynamo/asset-repository'
import { createCourseRepository } from '#adapters/dynamo/course-repository'
import { createLearningRepository } from '#adapters/dynamo/learning-repository'
import { createSyllabusRepository } from '#adapters/dynamo/syllabus-repository'
import { openTable } from '#adapters/dynamo/table'
import { createContentSigner } from '#adapters/edge/content-signer'
import { createPlaybackMetrics } from '#adapters/metrics/playback-metrics'
import { environments } from '#contract/environment'
import type { CourseId } from '#contract/ids'
import { enrol } from '#core/learning/enrol'
import { listMyCourses } from '#core/learning/list-my-courses'
import { openCourse, SESSION_SECONDS } from '#core/learning/open-course'
import { openMedia } from '#core/learning/open-media'
import { recordProgress } from '#core/learning/record-progress'
import { reportPlayback } from '#core/learning/report-playback'
import { clock } from '../http/clock.ts'
import { serve } from '../http/serve.ts'
import { siteHostOf } from '../http/site-host.ts'

const logger = new Logger({ serviceName: 'learning' })
const environment = environments.learning.parse(process.env)
const table = openTable(environment.TABLE_NAME)
const deps = {
  courses: createCourseRepository(table),
  learning: createLearningRepository(table),
  syllabus: createSyllabusReader({
    readSyllabus: createSyllabusRepository(table).get,
    readAsset: createAssetRepository(table).get,
  }),
  signer: createContentSigner({
    client: new SecretsManagerClient({}),
    secretArn: environment.SIGNING_SECRET_ARN,
    generation: environment.SIGNING_GENERATION,
    keyPairId: environment.SIGNING_KEY_PAIR_ID,
  }),
  metrics: createPlaybackMetrics(environment.METRICS_NAMESPACE, (what) =>
    logger.warn('metrics.left_out', what),
  ),
  clock,
}

const personRate = createPersonRate({
  url: environment.VALKEY_URL,
  limit: environment.REQUESTS_PER_PERSON,
  onError: (error) => logger.warn('rate.unavailable', error),
})
const served = { service: 'learning', personRate } as const

export const handler = serve(served, {
  getMe: async ({ actor: { userId, name, email, roles } }) => ({
    body: { id: userId, name, email, roles: [...roles] },
  }),
  listMyCourses: async ({ actor, query }) => ({
    body: await listMyCourses(deps, { actor, page: query }),
  }),
  enrol: async ({ actor, params }) => ({ body: await enrol(deps, { actor, ...params }) }),
  unenrol: async ({ actor, params }) => ({
    body: (await deps.learning.deleteEnrolment(actor.userId, params.courseId)) as undefined,
  }),
  openCourse: async ({ actor, params, headers }) => {
    const { session, cookies } = await openCourse(deps, {
      actor,
      ...params,
      siteHost: siteHostOf(headers),
    })
    return {
      body: session,
      cookies: toSetCookies(cookies, params.courseId, new Date(session.expiresAt)),
    }
  },
  openMedia: async ({ actor, params, headers }) => {
    const { expiresAt, cookies } = await openMedia(deps, {
      actor,
      ...params,
      siteHost: siteHostOf(headers),
    })
    return {
      body: { expiresAt: expiresAt.toISOString(), lastsSeconds: SESSION_SECONDS },
      cookies: toSetCookies(cookies, params.courseId, expiresAt),
    }
  },
  reportPlayback: async ({ body }) => {
    reportPlayback(deps, body)
    return { body: undefined }
  },
  recordProgress: async ({ actor, params, body }) => ({
    body: await recordProgress(deps, { actor, ...params, heartbeat: body }),
  }),
})

/** Signed cookies go to the browser for the course's content alone; `Max-Age` needs no right clock there. */
const toSetCookies = (cookies: Record<string, string>, courseId: CourseId, expiresAt: Date) => {
  const scope = `Path=/content/${courseId}; Secure; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}; Expires=${expiresAt.toUTCString()}`
  return Object.entries(cookies).map(([name, value]) => `${name}=${value}; ${scope}`)
}
