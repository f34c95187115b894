import { Logger } from '@aws-lambda-powertools/logger'
import { createCourseRepository } from '#adapters/dynamo/courses/repository'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { createRosterMender } from '#adapters/dynamo/people/mend-roster'
import { openTableForWork } from '#adapters/dynamo/table'
import { environments } from '#contract/platform/environment'
import { recountEnrolments } from '#core/enrolments/recount-enrolments'

const environment = environments['enrolment-recount']().parse(process.env)
const table = openTableForWork(environment.TABLE_NAME)
const deps = {
  courses: createCourseRepository(table),
  counter: createEnrolmentCounter(table),
  roster: createRosterMender(table),
}
const logger = new Logger({ serviceName: 'enrolment-recount' })

/** By the clock; or by hand, as after records of the stream were lost. */
export const handler = async (): Promise<void> => {
  const { courses, mended, listed } = await recountEnrolments(deps)
  logger.info('enrolments.recounted', { courses, mended, listed })
}
