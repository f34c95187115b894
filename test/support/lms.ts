import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { openTable, type Table } from '#adapters/dynamo/table'
import type { Service } from '#contract/http/route'
import { promisesMade } from '#lib/reports/promises-made'
import { type S3Server, startS3 } from '#local/s3/server'
import { startTable } from './dynamo.ts'
import { callAs, type Person } from './gateway-event.ts'
import { answerAsUserPool } from './user-pool.ts'

const INGEST = 'ingest'
const CONTENT = 'content'
const LAKE = 'lake'

/** What the functions of the API find in their environment, beside the table. */
export const apiEnvironment = {
  INGEST_BUCKET: INGEST,
  CONTENT_BUCKET: CONTENT,
  LAKE_BUCKET: LAKE,
  EGRESS_USD_PER_HOUR: '0.05',
  PROMISES: JSON.stringify(promisesMade),
  FILES: '{}',
  UPLOADS: JSON.stringify({ maxBytes: 5e9, maxSeconds: 21_600 }),
  DEPLOYMENT_ID: 'test',
  USER_POOL_ID: 'us-east-1_test',
  VALKEY: 'null',
  LESSONS: '{}',
  REQUESTS_PER_PERSON: '1000000',
  ENCODING: JSON.stringify({ release: 'authors' }),
  SIGNING_SECRET_ARN: 'arn:secret',
  SECRETS_GENERATION: '1',
  SIGNING_KEY_PAIR_ID: 'K1',
  CURSOR_SECRET: 'cursors',
  SEAL_SECRET: 'seals',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
}

type Call = ReturnType<ReturnType<typeof callAs>>

/** The API's functions over a real table and a real S3. */
export interface Lms {
  readonly table: Table
  /** The table's engine, for its stream. */
  readonly engine: Pick<Awaited<ReturnType<typeof startTable>>, 'url' | 'streamArn'>
  readonly s3: S3Server
  call(
    service: Service,
    person: Person | null,
    method: string,
    address: string,
    body?: unknown,
    siteHost?: string,
  ): Call
  /** Remembers all that is stored; what it answers tells the keys that changed since. */
  watch(): Promise<() => Promise<string[]>>
  close(): Promise<void>
}

/** What a test's edge has beside: whose cookies and seals it takes. */
export interface EdgeSecrets {
  readonly privateKey: string
  readonly keyPairId: string
  readonly sealSecret: string
}

interface LmsOptions {
  /** What stands before the engine in the unkind double's place, by its address; answers its own. */
  readonly front?: (engine: string) => Promise<string>
  /** Whether the table tells its changes. @default no */
  readonly streamed?: boolean
  /** The lake's bucket by another name, and what hears of its new objects. */
  readonly lake?: { readonly bucket: string; created(key: string): void }
}

export const startLms = async (
  edge?: EdgeSecrets,
  { front, streamed = false, lake }: LmsOptions = {},
): Promise<Lms> => {
  const engine = await startTable({ streamed })
  if (front) process.env.AWS_ENDPOINT_URL_DYNAMODB = await front(engine.url)
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-lms-'))
  const s3 = await startS3({
    port: 0,
    dataDir,
    region: 'us-east-1',
    credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
    buckets: [INGEST, CONTENT, lake?.bucket ?? LAKE].map((name) => ({ name })),
    onEvent: ({ detail }) => {
      if (detail.bucket.name === lake?.bucket) lake.created(detail.object.key)
    },
  })
  Object.assign(process.env, apiEnvironment, { AWS_ENDPOINT_URL_S3: s3.url })
  if (lake) process.env.LAKE_BUCKET = lake.bucket
  if (edge)
    Object.assign(process.env, {
      SIGNING_KEY_PAIR_ID: edge.keyPairId,
      SEAL_SECRET: edge.sealSecret,
    })
  const privateKey = edge?.privateKey ?? newPrivateKey()
  mockClient(SecretsManagerClient)
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ privateKeys: { 1: privateKey } }) })
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({})
  answerAsUserPool()
  const handlers = {
    catalog: (await import('#functions/catalog/index')).handler,
    learning: (await import('#functions/learning/index')).handler,
    teaching: (await import('#functions/teaching/index')).handler,
    community: (await import('#functions/community/index')).handler,
    administration: (await import('#functions/administration/index')).handler,
  } satisfies Record<Service, unknown>
  const table = openTable(engine.name)

  return {
    table,
    engine,
    s3,
    call: (service, person, method, address, body, siteHost) =>
      callAs(handlers[service], person, siteHost)(method, address, body),
    watch: async () => {
      const before = await snapshot(table, s3)
      return async () => {
        const after = await snapshot(table, s3)
        return [...new Set([...before.keys(), ...after.keys()])].filter(
          (key) => before.get(key) !== after.get(key),
        )
      }
    },
    close: async () => {
      await engine.close()
      await s3.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const newPrivateKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

/** Everything by its key. For tests alone: nothing in Lectern scans. */
const snapshot = async (table: Table, s3: S3Server): Promise<Map<string, string>> => {
  const found = new Map<string, string>()
  for await (const { Items = [] } of paginateScan(
    { client: table.client },
    { TableName: table.name },
  ))
    for (const item of Items) found.set(`${item.pk} ${item.sk}`, textOf(item))
  for (const bucket of [INGEST, CONTENT])
    for (const object of s3.store.list(bucket)) found.set(`${bucket}/${object.key}`, object.etag)
  return found
}

/** An item's attributes come in any order. */
const textOf = (item: Record<string, unknown>) => JSON.stringify(item, keysOf(item).sort())

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
    : []
