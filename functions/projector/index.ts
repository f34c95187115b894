import { Logger } from '@aws-lambda-powertools/logger'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { openTable } from '#adapters/dynamo/table'
import { environments } from '#contract/platform/environment'

const environment = environments.projector.parse(process.env)
const logger = new Logger({ serviceName: 'projector' })
const counter = createEnrolmentCounter(openTable(environment.TABLE_NAME))

/**
 * Keeps counts current from the table's stream: each course's changes of a batch in one sum. What it goes on
 * from, when something fails, is the first record of a course that could not be counted.
 */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const changes = event.Records.flatMap((record) => readChange(record) ?? [])
  const failed = await Promise.all(
    [...Map.groupBy(changes, ({ courseId }) => courseId)].map(async ([courseId, ofCourse]) => {
      try {
        // Of one person's changes the last stands.
        const memberships = new Map(ofCourse.map(({ userId, enrolled }) => [userId, enrolled]))
        await counter.apply(courseId, memberships)
        return null
      } catch (error) {
        logger.error('projector.course_failed', { courseId, error: error as Error })
        return courseId
      }
    }),
  )
  const first = changes.find(({ courseId }) => failed.includes(courseId))
  return { batchItemFailures: first ? [{ itemIdentifier: first.sequenceNumber }] : [] }
}

const readChange = ({ eventName, dynamodb }: DynamoDBRecord) => {
  const image = dynamodb?.NewImage ?? dynamodb?.OldImage
  const [courseId, userId] = [image?.courseId?.S, image?.userId?.S]
  if (image?.__edb_e__?.S !== 'enrolment' || eventName === 'MODIFY' || !courseId || !userId)
    return null
  const sequenceNumber = dynamodb?.SequenceNumber ?? ''
  return { courseId, userId, enrolled: eventName === 'INSERT', sequenceNumber }
}
