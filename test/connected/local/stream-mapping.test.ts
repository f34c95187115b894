import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createCloud } from '#local/assembly/cloud'
import { identities } from '#local/cloud/open-cloud'
import { type DynamoEngine, startDynamo } from '#local/dynamo/engine'
import { createTable, indexStreamRecords } from '#local/dynamo/table'
import { startStreamMapping } from '#local/event-sources/stream-mapping'
import { portsFrom } from '#local/http/ports'
import { freePort } from '#test/support/free-port'

const directory = mkdtempSync(join(tmpdir(), 'lectern-dynamo-'))
let engine: DynamoEngine
let client: DynamoDBClient
let streams: DynamoDBStreamsClient

/** A table as the data stack declares it, made anew for each test. */
const makeTable = async (name: string) => {
  const cloud = createCloud(
    {
      assets: new Map(),
      stacks: [
        {
          name: 'Test',
          template: {
            Resources: {
              Table: {
                Type: 'AWS::DynamoDB::Table',
                Properties: {
                  TableName: name,
                  KeySchema: [
                    { AttributeName: 'pk', KeyType: 'HASH' },
                    { AttributeName: 'sk', KeyType: 'RANGE' },
                  ],
                  AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((attribute) => ({
                    AttributeName: attribute,
                    AttributeType: 'S',
                  })),
                  GlobalSecondaryIndexes: [
                    {
                      IndexName: 'gsi1',
                      KeySchema: [
                        { AttributeName: 'gsi1pk', KeyType: 'HASH' },
                        { AttributeName: 'gsi1sk', KeyType: 'RANGE' },
                      ],
                      Projection: { ProjectionType: 'ALL' },
                    },
                  ],
                  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
                  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
                },
              },
            },
          },
        },
      ],
    },
    { ports: portsFrom(4200), identities },
  )
  const [table] = cloud.ofType('AWS::DynamoDB::Table')
  if (!table) throw new Error('The template has a table.')
  return createTable(client, table)
}

const put = (table: string, sk: string) =>
  client.send(new PutItemCommand({ TableName: table, Item: { pk: { S: 'p' }, sk: { S: sk } } }))

/** Collects the sort keys of what is delivered; fails where the test says so. */
const mapping = (streamArn: string, file: string, fail: (keys: string[]) => string | undefined) => {
  const batches: string[][] = []
  const dead: unknown[] = []
  const started = startStreamMapping({
    client: streams,
    streamArn,
    checkpointFile: join(directory, file),
    pollMilliseconds: 20,
    retries: 2,
    deadLetter: (records) => dead.push(...records),
    async deliver(event) {
      const records = event.Records as {
        dynamodb: { SequenceNumber: string; Keys: { sk: { S: string } } }
      }[]
      const keys = records.map((record) => record.dynamodb.Keys.sk.S)
      batches.push(keys)
      const failing = fail(keys)
      if (failing === 'throw') throw new Error('the function threw')
      const at = records.find((record) => record.dynamodb.Keys.sk.S === failing)
      return at ? { batchItemFailures: [{ itemIdentifier: at.dynamodb.SequenceNumber }] } : null
    },
  })
  return { ...started, batches, dead }
}

beforeAll(async () => {
  engine = await startDynamo({ port: await freePort(), file: join(directory, 'lectern.sqlite') })
  const settings = {
    endpoint: engine.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }
  client = new DynamoDBClient(settings)
  streams = new DynamoDBStreamsClient(settings)
})
afterAll(async () => {
  await engine.close()
  rmSync(directory, { recursive: true })
})

describe('a mapping from a table’s stream', () => {
  it('delivers every record in order, and goes on after a restart where it stopped', async () => {
    const { streamArn = '' } = await makeTable('ordered')
    indexStreamRecords(engine.file)
    const first = mapping(streamArn, 'ordered.json', () => undefined)
    for (const sk of ['a', 'b', 'c']) await put('ordered', sk)
    await vi.waitFor(() => expect(first.batches.flat()).toEqual(['a', 'b', 'c']), 5000)
    await first.close()
    await put('ordered', 'd')
    const second = mapping(streamArn, 'ordered.json', () => undefined)
    await vi.waitFor(() => expect(second.batches.flat()).toEqual(['d']), 5000)
    await second.close()
  })

  it('retries from the first record that a function reports as failed', async () => {
    const { streamArn = '' } = await makeTable('partial')
    for (const sk of ['a', 'b', 'c']) await put('partial', sk)
    let failures = 1
    const started = mapping(streamArn, 'partial.json', () => (failures-- > 0 ? 'b' : undefined))
    await vi.waitFor(
      () =>
        expect(started.batches).toEqual([
          ['a', 'b', 'c'],
          ['b', 'c'],
        ]),
      5000,
    )
    await started.close()
    expect(started.dead).toEqual([])
  })

  it('gives a batch up to the dead letters after its retries, and goes on', async () => {
    const { streamArn = '' } = await makeTable('poison')
    await put('poison', 'bad')
    const started = mapping(streamArn, 'poison.json', (keys) =>
      keys.includes('bad') ? 'throw' : undefined,
    )
    await vi.waitFor(() => expect(started.dead).toHaveLength(1), 5000)
    await put('poison', 'good')
    await vi.waitFor(() => expect(started.batches.at(-1)).toEqual(['good']), 5000)
    await started.close()
    expect(started.batches).toEqual([['bad'], ['bad'], ['bad'], ['good']])
  })

  it('keeps a table that is there already', async () => {
    expect(await makeTable('kept')).toMatchObject({ name: 'kept', created: true })
    expect(await makeTable('kept')).toMatchObject({ name: 'kept', created: false })
  })
})
