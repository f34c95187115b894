import { Logger } from '@aws-lambda-powertools/logger'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { createEnrolmentCounter } from '#adapters/dynamo/enrolments/enrolment-counter'
import { createRosterIndex } from '#adapters/dynamo/roster/roster-index'
import { readChange } from '#adapters/dynamo/stream'
import { openTableForWork } from '#adapters/dynamo/table'
import { environments } from '#contract/platform/environment'
import { react } from '#core/platform/reactions'
import { reactionsOf } from '#core/reactions'

const environment = environments.projector().parse(process.env)
const logger = new Logger({ serviceName: 'projector' })
const table = openTableForWork(environment.TABLE_NAME)
const reactions = reactionsOf({
  counter: createEnrolmentCounter(table),
  roster: createRosterIndex(table),
  // Few records are of a publishing: no start loads what follows it.
  keepBursts: async (input) => {
    const { keepBursts } = await import('#core/bursts/keep-bursts')
    const { createKeepDeps } = await import('#adapters/dynamo/bursts/keep-deps')
    await keepBursts(createKeepDeps(table), input)
  },
  keepNews: async (input) => {
    const { keepNews } = await import('#core/notifications/keep-news')
    const { createKeepNewsDeps } = await import('#adapters/dynamo/notifications/keep-news-deps')
    await keepNews(createKeepNewsDeps(table), input)
  },
})

/** The reactions to the table's stream. When one fails, it goes on from the first record that failed. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const changes = event.Records.flatMap((record) => readChange(record) ?? [])
  const failures = await react(reactions, changes)
  for (const { entity, key, changes, error } of failures) {
    const what = { entity, key, records: changes.length }
    logger.error('projector.reaction_failed', { ...what, error: error as Error })
  }
  const failed = new Set(failures.flatMap(({ changes }) => changes))
  const first = changes.find((change) => failed.has(change))
  return { batchItemFailures: first ? [{ itemIdentifier: first.sequenceNumber }] : [] }
}
