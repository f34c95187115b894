import { Logger } from '@aws-lambda-powertools/logger'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { openCache } from '#adapters/cache/open-cache'
import { createPersonRate } from '#adapters/cache/person-rate'
import { rememberedPublished, rememberedSyllabus } from '#adapters/cache/remembered-courses'
import {
  forgettingProgress,
  rememberedEnrolments,
  rememberedLearner,
} from '#adapters/cache/remembered-learner'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearnerReader } from '#adapters/dynamo/enrolments/learner-reader'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createMembershipReader } from '#adapters/dynamo/memberships/repository'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { openTable } from '#adapters/dynamo/table'
import { createAssetReader } from '#adapters/dynamo/videos/asset-reader'
import { createContentSigner } from '#adapters/edge/content-signer'
import { createPageMetrics } from '#adapters/metrics/page-metrics'
import { createPlaybackMetrics } from '#adapters/metrics/playback-metrics'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { whenAsked } from '#adapters/platform/when-asked'
import { environments } from '#contract/platform/environment'
import { learning } from '#contract/progress/routes'
import { serve } from '#functions/http/serve'
import { learningVerbs } from './learning-verbs.ts'

const logger = new Logger({ serviceName: 'learning' })
const environment = environments.learning().parse(process.env)
const table = openTable(environment.TABLE_NAME)
const { valkey, cache } = openCache(environment.VALKEY, logger)
const stored = createLearnerReader(table)
const leftOut = (what: object) => logger.warn('metrics.left_out', { ...what })

/** Few are called otherwise than the time before: no start loads what tells it. */
const roster = whenAsked(async () =>
  (await import('#adapters/dynamo/roster/roster-index')).createRosterIndex(table),
)
type Roster = Awaited<ReturnType<typeof roster>>
/** One in ten comes by a code. */
const codes = whenAsked(async () =>
  (await import('#adapters/dynamo/people/codes')).createCodes(table),
)

const deps = {
  courses: createCourseReader(table),
  memberships: createMembershipReader(table),
  published: rememberedPublished(createPublishedCourses(table), cache),
  learner: rememberedLearner(stored, cache),
  stored,
  enrolments: rememberedEnrolments(createEnrolmentRepository(table), cache),
  progress: forgettingProgress(createProgressRepository(table), cache),
  syllabus: rememberedSyllabus(
    {
      readSyllabus: createSyllabusRepository(table).get,
      readAsset: createAssetReader(table).get,
    },
    cache,
  ),
  roster: {
    rename: async (...told: Parameters<Roster['rename']>) => (await roster()).rename(...told),
  },
  codes: {
    list: async (courseId: string) => (await codes()).list(courseId),
    mayTry: async (userId: string, now: Date) => (await codes()).mayTry(userId, now),
    count: async (courseId: string, codeId: string) => (await codes()).count(courseId, codeId),
  },
  signer: createContentSigner({
    client: new SecretsManagerClient(FOR_PEOPLE),
    secretArn: environment.SIGNING_SECRET_ARN,
    generation: environment.SECRETS_GENERATION,
    keyPairId: environment.SIGNING_KEY_PAIR_ID,
  }),
  metrics: createPlaybackMetrics(environment.METRICS_NAMESPACE, leftOut),
  pages: createPageMetrics(environment.METRICS_NAMESPACE, leftOut),
  clock: systemClock,
}

const personRate = createPersonRate({
  valkey,
  limit: environment.REQUESTS_PER_PERSON,
  onError: (error) => logger.warn('rate.unavailable', error),
})

export const handler = serve({
  service: 'learning',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  personRate,
  routes: learning,
  verbs: learningVerbs(deps),
})
