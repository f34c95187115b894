import { Logger } from '@aws-lambda-powertools/logger'
import { createPersonRate } from '#adapters/cache/person-rate'
import {
  createAnnouncementReader,
  createAnnouncementRepository,
} from '#adapters/dynamo/announcements/repository'
import { createSeenMarks } from '#adapters/dynamo/announcements/seen-marks'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { createPublishedCourses } from '#adapters/dynamo/courses/published-courses'
import { createEnrolmentRepository } from '#adapters/dynamo/enrolments/repository'
import { createMembershipReader } from '#adapters/dynamo/memberships/repository'
import { createNewsRepository } from '#adapters/dynamo/notifications/repository'
import { openTable } from '#adapters/dynamo/table'
import { systemClock } from '#adapters/platform/clock'
import { announcements } from '#contract/announcements/routes'
import { notifications } from '#contract/notifications/routes'
import { environments } from '#contract/platform/environment'
import { serve } from '#functions/http/serve'
import { announcementVerbs } from './announcement-verbs.ts'
import { notificationVerbs } from './notification-verbs.ts'

const environment = environments.community().parse(process.env)
const table = openTable(environment.TABLE_NAME)
const logger = new Logger({ serviceName: 'community' })

/** Nothing of it is remembered, so it is outside Valkey's network: each environment counts by itself. */
const personRate = createPersonRate({ valkey: null, limit: environment.REQUESTS_PER_PERSON })

const deps = {
  courses: createCourseReader(table),
  memberships: createMembershipReader(table),
  enrolments: createEnrolmentRepository(table),
  published: createPublishedCourses(table),
  announcements: createAnnouncementRepository(table),
  reader: createAnnouncementReader(table),
  marks: createSeenMarks(table),
  news: createNewsRepository(table),
  log: {
    info: (event: string, facts: Readonly<Record<string, string>>) =>
      logger.info(event, { ...facts }),
  },
  clock: systemClock,
}

export const handler = serve({
  service: 'community',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  personRate,
  routes: { ...announcements, ...notifications },
  verbs: { ...announcementVerbs(deps), ...notificationVerbs(deps) },
})
