import { Logger } from '@aws-lambda-powertools/logger'
import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { openCache } from '#adapters/cache/open-cache'
import { createPersonRate } from '#adapters/cache/person-rate'
import { forgettingCourses } from '#adapters/cache/remembered-courses'
import { rememberedEnrolments } from '#adapters/cache/remembered-learner'
import { createCopyings } from '#adapters/dynamo/copying/repository'
import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createSyllabusRepository } from '#adapters/dynamo/courses/syllabus-repository'
import { createLearnerNames } from '#adapters/dynamo/enrolments/learner-names'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createFileRepository } from '#adapters/dynamo/files/repository'
import { createEditorRepository } from '#adapters/dynamo/lessons/editors'
import { createOutlineRepository } from '#adapters/dynamo/lessons/repository'
import { createMembershipLists } from '#adapters/dynamo/memberships/repository'
import { createCodes } from '#adapters/dynamo/people/codes'
import { createRosterReader } from '#adapters/dynamo/people/roster-reader'
import { createProgressRepository } from '#adapters/dynamo/progress/repository'
import { createPublications } from '#adapters/dynamo/publishing/repository'
import { createSchedules } from '#adapters/dynamo/publishing/schedule-repository'
import { openTable } from '#adapters/dynamo/table'
import { createUploadRepository } from '#adapters/dynamo/uploads/repository'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { createEncodingLedger } from '#adapters/dynamo/videos/encoding-ledger'
import { createMediaSealer } from '#adapters/edge/media-sealer'
import { createCopyEvents, createCourseEvents } from '#adapters/events/course-events'
import { createMediaEvents } from '#adapters/events/media-events'
import { FOR_PEOPLE } from '#adapters/platform/client-settings'
import { systemClock } from '#adapters/platform/clock'
import { copying } from '#contract/courses/copying/routes'
import { publishing } from '#contract/courses/publishing/routes'
import { teaching } from '#contract/courses/routes'
import { people } from '#contract/enrolments/routes'
import { files } from '#contract/files/routes'
import { outlines } from '#contract/lessons/routes'
import { environments } from '#contract/platform/environment'
import { reports } from '#contract/reports/routes'
import { uploads } from '#contract/uploads/routes'
import { assets } from '#contract/videos/routes'
import { serve } from '#functions/http/serve'
import { encodingPolicy } from '#functions/media/encoding-policy'
import { mediaLog } from '#functions/media/logging'
import { copyingVerbs } from './copying-verbs.ts'
import { courseVerbs } from './course-verbs.ts'
import { fileVerbs } from './file-verbs.ts'
import { outlineVerbs } from './outline-verbs.ts'
import { peopleVerbs } from './people-verbs.ts'
import { publishingVerbs } from './publishing-verbs.ts'
import { reportVerbs } from './report-verbs.ts'
import { storageWhenAsked } from './storage-when-asked.ts'
import { uploadVerbs } from './upload-verbs.ts'
import { videoVerbs } from './video-verbs.ts'

const environment = environments.teaching().parse(process.env)
const table = openTable(environment.TABLE_NAME)
const bus = new EventBridgeClient(FOR_PEOPLE)
const logger = new Logger({ serviceName: 'teaching' })
const { valkey, cache } = openCache(environment.VALKEY, logger)
const deps = {
  courses: forgettingCourses(createCourseRepository(table), cache),
  memberships: createMembershipLists(table),
  outlines: createOutlineRepository(table),
  publications: createPublications(table),
  schedules: createSchedules(table),
  editors: createEditorRepository(table),
  assets: createAssetRepository(table),
  courseFiles: createFileRepository(table),
  ...storageWhenAsked(environment),
  names: createLearnerNames(table),
  roster: createRosterReader(table),
  codes: createCodes(table),
  enrolments: rememberedEnrolments(createEnrolmentRepository(table), cache),
  progress: createProgressRepository(table),
  syllabus: createSyllabusRepository(table),
  published: createPublishedCourses(table),
  egressUsdPerHour: environment.EGRESS_USD_PER_HOUR,
  promises: environment.PROMISES,
  seal: createMediaSealer(environment.SEAL_SECRET),
  started: createUploadRepository(table),
  // What a browser tells of a file does not name its codec.
  limits: { ...environment.UPLOADS, codecs: null },
  fileLimits: environment.FILES,
  lessons: environment.LESSONS,
  ledger: createEncodingLedger(table),
  events: createMediaEvents(bus, environment.DEPLOYMENT_ID),
  copyings: createCopyings(table),
  copyEvents: createCopyEvents(bus, environment.DEPLOYMENT_ID),
  told: createCourseEvents(bus, environment.DEPLOYMENT_ID),
  policy: encodingPolicy(environment.ENCODING),
  log: mediaLog(logger),
  clock: systemClock,
}

const personRate = createPersonRate({
  valkey,
  limit: environment.REQUESTS_PER_PERSON,
  onError: (error) => logger.warn('rate.unavailable', error),
})

export const handler = serve({
  service: 'teaching',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  personRate,
  routes: {
    ...teaching,
    ...outlines,
    ...publishing,
    ...copying,
    ...assets,
    ...uploads,
    ...files,
    ...reports,
    ...people,
  },
  verbs: {
    ...courseVerbs(deps),
    ...outlineVerbs(deps),
    ...publishingVerbs(deps),
    ...copyingVerbs(deps),
    ...videoVerbs(deps),
    ...uploadVerbs(deps),
    ...fileVerbs(deps),
    ...reportVerbs(deps),
    ...peopleVerbs({
      ...deps,
      log: { info: (event, facts) => logger.info(event, { ...facts }) },
    }),
  },
})
