import { Logger } from '@aws-lambda-powertools/logger'
import { createPersonRate } from '#adapters/cache/person-rate'
import { createCourseReader } from '#adapters/dynamo/courses/course-reader'
import { createMembershipRepository } from '#adapters/dynamo/memberships/repository'
import { openTable } from '#adapters/dynamo/table'
import { systemClock } from '#adapters/platform/clock'
import { memberships } from '#contract/memberships/routes'
import { environments } from '#contract/platform/environment'
import { serve } from '#functions/http/serve'
import { accountsWhenAsked } from './accounts-when-asked.ts'
import { teamVerbs } from './team-verbs.ts'

const environment = environments.administration().parse(process.env)
const table = openTable(environment.TABLE_NAME)
const logger = new Logger({ serviceName: 'administration' })

/** Outside the network, since there is no way from it to the accounts: so each environment counts by itself. */
const personRate = createPersonRate({ valkey: null, limit: environment.REQUESTS_PER_PERSON })

export const handler = serve({
  service: 'administration',
  logger,
  metricsNamespace: environment.METRICS_NAMESPACE,
  personRate,
  routes: memberships,
  verbs: teamVerbs({
    courses: createCourseReader(table),
    memberships: createMembershipRepository(table),
    accounts: accountsWhenAsked(environment.USER_POOL_ID),
    log: { info: (event, facts) => logger.info(event, { ...facts }) },
    clock: systemClock,
  }),
})
