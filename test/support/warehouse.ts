import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AthenaClient } from '@aws-sdk/client-athena'
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { createAthenaWarehouse } from '#adapters/warehouse/athena'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { dimensions } from '#contract/reports/dimensions'
import { RecordedEvent } from '#contract/reports/recorded-events'
import { dimensionParameters } from '#lib/reports/dimension-tables'
import { columnsOf, eventColumns } from '#lib/reports/event-columns'
import { eventsParameters } from '#lib/reports/events-table'
import { createExecutions } from '#local/athena/executions'
import { openLake } from '#local/athena/lake-files'
import { startAwsApi } from '#local/aws-api/server'
import { writeParquet } from '#local/firehose/write-parquet'
import { startS3 } from '#local/s3/server'

const BUCKET = 'lake'
const credentials = { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' }

/** A lake with a warehouse over it: the stand-ins of S3 and Athena, without a stream that fills it. */
export async function startLake({ mostBytes = null as number | null } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lectern-lake-'))
  const region = 'us-east-1'
  const server = await startS3({
    port: 0,
    dataDir: join(dataDir, 's3'),
    region,
    credentials,
    buckets: [{ name: BUCKET }],
    onEvent: () => undefined,
  })
  const s3 = new S3Client({ endpoint: server.url, region, credentials, forcePathStyle: true })
  const table = {
    name: 'events',
    columns: eventColumns(),
    partitionKeys: ['event', 'date'].map((name) => ({ name, type: 'string' })),
    parameters: eventsParameters(`s3://${BUCKET}/events/`),
    location: `s3://${BUCKET}/events/`,
  }
  const besides = Object.entries(dimensions).map(([name, { shape }]) => {
    const location = `s3://${BUCKET}/dimensions/${name}/`
    return {
      ...{ name, location, columns: columnsOf(shape), parameters: dimensionParameters(location) },
      partitionKeys: [{ name: 'date', type: 'string' }],
    }
  })
  const api = await startAwsApi(0)
  const executions = createExecutions({
    lake: openLake(s3, join(dataDir, 'athena')),
    tables: (database) => (database === 'lectern_test' ? [table, ...besides] : []),
    workGroups: new Map([
      ['lectern-test-reports', { mostBytes, outputLocation: 's3://lake/results/' }],
    ]),
  })
  api.onTarget('AmazonAthena.', executions.answer)
  const athena = new AthenaClient({ endpoint: api.url, region, credentials })
  let files = 0
  return {
    s3,
    bucket: BUCKET,
    /** Its objects' keys. */
    keys: (prefix: string) => server.store.list(BUCKET, prefix).map(({ key }) => key),
    async deleteAll(prefix: string) {
      for (const { key } of server.store.list(BUCKET, prefix))
        await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: key }))
    },
    /** Runs a script of ours on it; what it said. The stage is `test`. */
    run: async (script: string, ...options: string[]) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [`scripts/${script}.ts`, '--bucket', BUCKET, ...options],
        {
          encoding: 'utf8',
          env: {
            ...process.env,
            AWS_ENDPOINT_URL_S3: server.url,
            AWS_ENDPOINT_URL_ATHENA: api.url,
            AWS_REGION: region,
            AWS_ACCESS_KEY_ID: credentials.accessKeyId,
            AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
          },
        },
      )
      return stdout
    },
    warehouse: createAthenaWarehouse(athena, {
      workGroup: 'lectern-test-reports',
      database: 'lectern_test',
    }),
    facts: createFactStore(s3, BUCKET),
    /** Writes events as Firehose does: a file for each event and day. */
    async write(events: readonly RecordedEvent[]) {
      const folders = Map.groupBy(
        events.map((event) => RecordedEvent.parse(event)),
        ({ event, at }) => `event=${event}/date=${new Date(at).toISOString().slice(0, 10)}`,
      )
      for (const [folder, rows] of folders) {
        files += 1
        const file = join(dataDir, `${files}.parquet`)
        await writeParquet(
          file,
          table.columns,
          rows.map((row) => JSON.stringify(row)),
        )
        const Key = `events/${folder}/${files}.parquet`
        await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: readFileSync(file) }))
      }
    },
    async close() {
      await executions.close()
      athena.destroy()
      s3.destroy()
      await api.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
