import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { Template } from 'aws-cdk-lib/assertions'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { parseFilter } from '#local/event-sources/stream-filter'
import { startStreamMapping } from '#local/event-sources/stream-mapping'
import { testApp } from './app.ts'
import type { startTable } from './dynamo.ts'

/** The filters of the stack's own mapping. */
const stackFilters = () => {
  const { app, data } = testApp()
  app.synth()
  const [mapping] = Object.values(
    Template.fromStack(data).findResources('AWS::Lambda::EventSourceMapping'),
  )
  return mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) =>
    parseFilter(Pattern),
  )
}

interface ProjectorOptions {
  readonly batchSize?: number
  /** The records of a batch in another order, as shards may tell them. */
  readonly arrange?: (records: DynamoDBRecord[]) => DynamoDBRecord[]
}

/** The projector behind a table's stream, from the stream's start; each batch comes twice, as it may. */
export const startProjector = async (
  engine: Pick<Awaited<ReturnType<typeof startTable>>, 'url' | 'streamArn'>,
  { batchSize = 500, arrange = (records) => records }: ProjectorOptions = {},
) => {
  const { handler } = await import('#functions/projector/index')
  const folder = await mkdtemp(join(tmpdir(), 'lectern-stream-'))
  let records = 0
  const mapping = startStreamMapping({
    client: new DynamoDBStreamsClient({ endpoint: engine.url }),
    streamArn: engine.streamArn ?? '',
    checkpointFile: join(folder, 'checkpoints.json'),
    filters: stackFilters(),
    batchSize,
    pollMilliseconds: 20,
    deliver: async (event) => {
      const arranged = { Records: arrange((event as DynamoDBStreamEvent).Records) }
      await handler(arranged)
      const { batchItemFailures } = await handler(arranged)
      records += event.Records.length
      return { batchItemFailures: batchItemFailures.map((failure) => ({ ...failure })) }
    },
    deadLetter: (_, error) => {
      throw error
    },
  })
  return {
    /** How many it has worked off. */
    records: () => records,
    close: async () => {
      await mapping.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
