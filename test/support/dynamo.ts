import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'

const TABLE = 'lectern-test'
const key = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
]

/** A real DynamoDB engine with an empty table of Lectern's shape; the environment points to it. */
export const startTable = async () => {
  const port = await findFreePort()
  const dir = await mkdtemp(join(tmpdir(), 'lectern-dynamo-'))
  const engine = spawn(
    createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide'),
    ['--host', '127.0.0.1', '--port', `${port}`, '--db-path', join(dir, 'table.db')],
    { stdio: 'ignore' },
  )
  const endpoint = `http://127.0.0.1:${port}`
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'lectern',
    AWS_SECRET_ACCESS_KEY: 'lectern-local-secret',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    TABLE_NAME: TABLE,
  })
  const client = new DynamoDBClient({})
  for (let tries = 0; ; tries++) {
    try {
      await fetch(endpoint)
      break
    } catch (error) {
      if (tries > 100) throw error
      await sleep(30)
    }
  }
  const names = ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk']
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: key('pk', 'sk'),
      GlobalSecondaryIndexes: ['gsi1', 'gsi2', 'gsi3'].map((IndexName) => ({
        IndexName,
        KeySchema: key(`${IndexName}pk`, `${IndexName}sk`),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  )
  return {
    name: TABLE,
    close: async () => {
      const ended = new Promise((done) => engine.once('exit', done))
      engine.kill('SIGTERM')
      await ended
      await rm(dir, { recursive: true, force: true })
    },
  }
}

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || !address) throw new Error('No port was given')
  return address.port
}
