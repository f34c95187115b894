import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger } from '@aws-lambda-powertools/logger'
import { CloudFrontClient } from '@aws-sdk/client-cloudfront'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEdgeInvalidation } from '#adapters/edge/invalidation'
import { EdgeEvent } from '#contract/videos/events'
import { forgetAtEdge } from '#core/videos/playback/forget-at-edge'
import { type AwsApi, AwsError, startAwsApi } from '#local/aws-api/server'
import { answerInvalidations, createInvalidations, PATH } from '#local/edge/invalidations'
import { startQueueMapping } from '#local/event-sources/queue-mapping'
import { openQueue, type Queue } from '#local/queues/queue'

/** Milliseconds that an invalidation is in progress here. */
const IN_PROGRESS = 1_000

let directory: string
let queue: Queue | undefined
let api: AwsApi
let invalidated: string[]

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lectern-invalidation-'))
  api = await startAwsApi(0)
  api.onTarget('AmazonSQS.', (_, { ReceiptHandle, VisibilityTimeout }) => {
    if (queue?.changeVisibility(String(ReceiptHandle), Number(VisibilityTimeout))) return {}
    throw new AwsError('ReceiptHandleIsInvalid', 'It is not that of a message.')
  })
  const invalidations = createInvalidations((distributionId, path) => {
    if (distributionId === 'EOURS') invalidated.push(path)
    return distributionId === 'EOURS'
  }, IN_PROGRESS)
  api.onPath(PATH, answerInvalidations(invalidations))
})
afterAll(async () => {
  await api.close()
  await rm(directory, { recursive: true, force: true })
})
beforeEach(() => {
  invalidated = []
})

const edgeOf = (distributionId: string) =>
  createEdgeInvalidation(
    new CloudFrontClient({
      region: 'us-east-1',
      endpoint: api.url,
      credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
    }),
    distributionId,
  )

describe('The local CloudFront', () => {
  it('forgets each path that the SDK asks it to', async () => {
    const paths = ['/content/a/index.m3u8', '/content/a & <b>/poster.jpg']
    await edgeOf('EOURS').forget(paths, 'event-1')
    expect(invalidated).toEqual(paths)
  })

  it('does one reference’s batch once, and refuses another batch under it', async () => {
    await edgeOf('EOURS').forget(['/one'], 'event-2')
    await edgeOf('EOURS').forget(['/one'], 'event-2')
    expect(invalidated).toEqual(['/one'])
    await expect(edgeOf('EOURS').forget(['/two'], 'event-2')).rejects.toThrow('another batch')
  })

  it('refuses a distribution that is not there, and a path that CloudFront refuses', async () => {
    await expect(edgeOf('ETHEIRS').forget(['/one'], 'event-3')).rejects.toThrow('no distribution')
    await expect(edgeOf('EOURS').forget(['/a*/b'], 'event-4')).rejects.toThrow('invalid path')
  })

  it('has room for 15 wildcards in progress, and beside them for 3,000 files', async () => {
    await sleep(IN_PROGRESS)
    const wildcards = (first: number, count: number) =>
      Array.from({ length: count }, (_, n) => `/${first + n}/*`)
    await edgeOf('EOURS').forget(wildcards(0, 15), 'event-5')
    await expect(edgeOf('EOURS').forget(['/16/*'], 'event-6')).rejects.toMatchObject({
      name: 'TooManyInvalidationsInProgress',
    })
    const files = Array.from({ length: 3_000 }, (_, n) => `/${n}`)
    await edgeOf('EOURS').forget(files, 'event-7')
    await expect(edgeOf('EOURS').forget(['/more'], 'event-8')).rejects.toMatchObject({
      name: 'TooManyInvalidationsInProgress',
    })
    await sleep(IN_PROGRESS)
    await edgeOf('EOURS').forget(['/16/*', '/more'], 'event-9')
  })
})

it('Of 40 videos of as many courses, deleted at once, the edge forgets all, however little room there is', async () => {
  await sleep(IN_PROGRESS)
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: api.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'lectern',
    AWS_SECRET_ACCESS_KEY: 'lectern-local-secret',
  })
  // Its client is made when it is loaded.
  const { serveBatches } = await import('#functions/queue/serve-queue')
  const dead: string[] = []
  queue = openQueue({
    directory: join(directory, 'queue'),
    visibilityTimeout: 60,
    maxReceives: 12,
    retrySecond: 5,
    deadLetter: (body) => dead.push(body),
  })
  let refusals = 0
  const logger = new Logger({ logLevel: 'SILENT' })
  const handle = serveBatches(logger, async (events) => {
    const deps = { edge: edgeOf('EOURS'), log: { info: () => {} } }
    const failures = await forgetAtEdge(
      deps,
      events.map((event) => EdgeEvent.parse(event)),
    )
    refusals += failures.size
    return failures
  })
  const mapping = startQueueMapping({
    queue,
    queueArn: 'arn:aws:sqs:us-east-1:000000000000:edge',
    // So few that nothing is saved by asking for many at once.
    batchSize: 2,
    concurrency: 2,
    batchingWindow: 0,
    reportsFailures: true,
    invoke: async ({ Records }) =>
      JSON.parse(JSON.stringify(await handle({ Records } as SQSEvent))),
    onError: (error) => dead.push(String(error)),
  })
  const ids = Array.from({ length: 40 }, (_, n) => String(n).padStart(26, '0'))
  for (const id of ids)
    queue.send(
      JSON.stringify({
        id,
        source: 'lectern.media',
        'detail-type': 'Asset Deleted',
        detail: { deploymentId: 'ours', assetId: `ast_${id}`, courseId: `crs_${id}` },
      }),
    )
  await vi.waitFor(() => expect(queue?.size()).toBe(0), { timeout: 30_000, interval: 100 })
  await mapping.close()
  expect(dead).toEqual([])
  expect(refusals).toBeGreaterThan(0)
  expect([...invalidated].sort()).toEqual(
    ids.map((id) => `/content/crs_${id}/media/ast_${id}/*`).sort(),
  )
}, 60_000)
