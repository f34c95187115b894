import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { tableSchema } from '#lib/data/table-schema'
import { indexStreamRecords } from '#local/dynamo/table'
import { startStrictEngine } from './strict-engine.ts'

const TABLE = 'lectern-test'
const { key: tableKey, indexes } = tableSchema
const key = ({ partition, sort }: { partition: string; sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

/**
 * A real DynamoDB engine with an empty table of Lectern's shape, behind a double that is as unkind as AWS
 * may be; the environment points to it.
 */
export const startTable = async (options: { readonly streamed?: boolean } = {}) => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-dynamo-'))
  // In memory a write takes a tenth of its time; the stream's own index is made in a file.
  const primary = await startEngine(options.streamed ? ['--db-path', join(dir, 'table.db')] : [])
  const replica = await startEngine([])
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'lectern',
    AWS_SECRET_ACCESS_KEY: 'lectern-local-secret',
    TABLE_NAME: TABLE,
  })
  const [streamArn] = await Promise.all([
    createTable(primary.url, options.streamed),
    createTable(replica.url),
  ])
  if (streamArn) indexStreamRecords(join(dir, 'table.db'))
  const strict = await startStrictEngine({
    primary: primary.url,
    replica: replica.url,
    table: TABLE,
  })
  process.env.AWS_ENDPOINT_URL_DYNAMODB = strict.url
  return {
    name: TABLE,
    /** The engine itself, for its streams. */
    url: primary.url,
    streamArn,
    serveIndexesLate: strict.serveIndexesLate,
    close: async () => {
      await strict.close()
      await Promise.all([end(primary.child), end(replica.child)])
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const startEngine = async (options: readonly string[]) => {
  const port = await findFreePort()
  const child = spawn(
    createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide'),
    ['--host', '127.0.0.1', '--port', `${port}`, ...options],
    { stdio: 'ignore' },
  )
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries++) {
    try {
      await fetch(url)
      return { child, url }
    } catch (error) {
      if (tries > 100) throw error
      await sleep(30)
    }
  }
}

const createTable = async (endpoint: string, streamed = false) => {
  const client = new DynamoDBClient({ endpoint })
  const names = [tableKey, ...Object.values(indexes)].flatMap(({ partition, sort }) => [
    partition,
    sort,
  ])
  const { TableDescription } = await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      ...(streamed && {
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: key(tableKey),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
        IndexName,
        KeySchema: key(index),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
      })),
    }),
  )
  client.destroy()
  return TableDescription?.LatestStreamArn
}

const end = async (child: ChildProcess) => {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('No port was given')
  return address.port
}
