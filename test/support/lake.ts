import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { S3Client } from '@aws-sdk/client-s3'
import { DuckDBInstance } from '@duckdb/node-api'
import { Template } from 'aws-cdk-lib/assertions'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { vi } from 'vitest'
import { startAwsApi } from '#local/aws-api/server'
import { openCloud } from '#local/cloud/open-cloud'
import { parseFilter } from '#local/event-sources/stream-filter'
import { startStreamMapping } from '#local/event-sources/stream-mapping'
import { startStreams } from '#local/firehose/start-streams'
import { portsFrom } from '#local/http/ports'
import { clientSettings } from '#local/service/clients'
import { testApp } from './app.ts'
import { startLms } from './lms.ts'

type Row = Readonly<Record<string, unknown>>

/** The API over a table whose stream is recorded: by the exporter and Firehose, into the lake as the stacks have it. */
export const startRecordedLms = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-lake-'))
  const { app, reports } = testApp()
  app.synth()
  const cloud = openCloud(app.outdir, portsFrom(4200))
  const lake = cloud.ofType('AWS::S3::Bucket').find(({ logicalId }) => /^Lake/.test(logicalId))
  const [stream] = cloud.ofType('AWS::KinesisFirehose::DeliveryStream')
  if (!lake || !stream) throw new Error('The stacks have no lake')
  const bucket = lake.ref
  const created: string[] = []
  const lms = await startLms(undefined, {
    streamed: true,
    lake: { bucket, created: (key) => created.push(key) },
  })
  const s3 = new S3Client({ ...clientSettings(lms.s3.url), forcePathStyle: true })
  const aws = await startAwsApi(0)
  const lines: string[] = []
  const streams = startStreams(cloud, { directory: folder, s3, log: (line) => lines.push(line) })
  aws.onTarget('Firehose_20150804.', streams.call)
  Object.assign(process.env, {
    LAKE_BUCKET: bucket,
    EVENTS_STREAM: stream.ref,
    AWS_ENDPOINT_URL_FIREHOSE: aws.url,
  })
  let { handler } = await import('#functions/exporter/index')
  const mapping = Object.values(
    Template.fromStack(reports).findResources('AWS::Lambda::EventSourceMapping'),
  ).find(({ Properties }) => Properties.FilterCriteria)
  const filters: string[] = mapping?.Properties.FilterCriteria.Filters.map(
    ({ Pattern }: { Pattern: string }) => Pattern,
  )

  const read = async (key: string) => {
    const object = await lms.s3.store.read(bucket, key)
    return object ? buffer(object.stream) : null
  }
  const keys = (prefix: string) => lms.s3.store.list(bucket, prefix).map(({ key }) => key)

  return {
    lms,
    s3,
    bucket,
    /** Of new objects, as the bucket told of them. */
    created,
    /** What the stream could not use. */
    lines,
    keys,
    read,
    /** The exporter in a new execution environment, which remembers nobody. */
    renew: async () => {
      vi.resetModules()
      handler = (await import('#functions/exporter/index')).handler
    },
    /** Has the exporter read the table's stream, from its start. */
    record: (name: string) =>
      startStreamMapping({
        client: new DynamoDBStreamsClient({ endpoint: lms.engine.url }),
        streamArn: lms.engine.streamArn ?? '',
        checkpointFile: join(folder, `${name}.json`),
        filters: filters.map(parseFilter),
        pollMilliseconds: 20,
        deliver: async (event) => {
          const { batchItemFailures } = await handler(event as DynamoDBStreamEvent)
          return { batchItemFailures: batchItemFailures.map((failure) => ({ ...failure })) }
        },
        deadLetter: (_, error) => {
          throw error
        },
      }),
    /** What SQL says of all files of the lake, whose table is `events`. */
    ask: async (sql: string): Promise<Row[]> => {
      const files = join(folder, 'read')
      await rm(files, { recursive: true, force: true })
      for (const key of keys('events/')) {
        await mkdir(dirname(join(files, key)), { recursive: true })
        await writeFile(join(files, key), (await read(key)) ?? '')
      }
      if (keys('events/').length === 0) return []
      const instance = await DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      try {
        await connection.run(
          `CREATE VIEW events AS SELECT * FROM read_parquet('${files}/events/*/*/*.parquet',
           hive_partitioning = true, hive_types_autocast = false, filename = false)`,
        )
        const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
        return rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, value]) => [
              name,
              typeof value === 'bigint' ? Number(value) : value,
            ]),
          ),
        )
      } finally {
        connection.closeSync()
        instance.closeSync()
      }
    },
    close: async () => {
      await streams.close()
      await aws.close()
      s3.destroy()
      await lms.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
