import { Logger } from '@aws-lambda-powertools/logger'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { createPersonRate } from '#adapters/cache/person-rate'
import { createSyllabusReader } from '#adapters/cache/syllabus-cache'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearningRepository } from '#adapters/dynamo/progress/repository'
import { openTable } from '#adapters/dynamo/table'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createContentSigner } from '#adapters/edge/content-signer'
import { createPlaybackMetrics } from '#adapters/metrics/playback-metrics'
import { environments } from '#contract/platform/environment'
import type { CourseId } from '#contract/platform/ids'
import { enrol } from '#core/enrolments/enrol'
import { listMyCourses } from '#core/enrolments/list-my-courses'
import { openCourse, SESSION_SECONDS } from '#core/enrolments/open-course'
import { unenrol } from '#core/enrolments/unenrol'
import { recordProgress } from '#core/progress/record-progress'
import { openMedia } from '#core/videos/playback/open-media'
import { reportPlayback } from '#core/videos/playback/report-playback'
import { clock } from '#functions/http/clock'
import { done } from '#functions/http/done'
import { serve } from '#functions/http/serve'
import { siteHostOf } from '#functions/http/site-host'

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
  unenrol: ({ actor, params }) => done(unenrol(deps, { actor, ...params })),
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
