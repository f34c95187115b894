import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type QueueMappingOptions, startQueueMapping } from '#local/event-sources/queue-mapping'
import { openQueue } from '#local/queues/queue'

let directory: string
const closing: (() => Promise<void>)[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lectern-queue-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  rmSync(directory, { recursive: true, force: true })
})

const open = (deadLetter: (body: string) => void = () => {}) =>
  openQueue({ directory, visibilityTimeout: 0.06, maxReceives: 3, retrySecond: 1, deadLetter })

function map(
  options: Pick<QueueMappingOptions, 'queue' | 'invoke'> & Partial<QueueMappingOptions>,
) {
  const mapping = startQueueMapping({
    queueArn: 'arn:aws:sqs:us-east-1:000000000000:work',
    batchSize: 1,
    concurrency: 2,
    batchingWindow: 0,
    reportsFailures: true,
    onError: () => {},
    ...options,
  })
  closing.push(() => mapping.close())
}

it('hands out no more at once than the mapping allows, however much comes', async () => {
  const queue = open()
  let running = 0
  let most = 0
  map({
    queue,
    invoke: async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(2)
      running -= 1
      return null
    },
  })
  for (let n = 0; n < 100; n += 1) queue.send(`${n}`)
  await vi.waitFor(() => expect(queue.size()).toBe(0), { timeout: 10_000 })
  expect(most).toBe(2)
})

it('brings back what failed of a batch, and nothing else, until it is a dead letter', async () => {
  const dead: string[] = []
  const queue = open((body) => dead.push(body))
  const seen: string[] = []
  for (const body of ['good', 'bad']) queue.send(body)
  map({
    queue,
    batchSize: 10,
    invoke: async ({ Records }) => {
      const records = Records as { messageId: string; body: string }[]
      seen.push(...records.map(({ body }) => body))
      const failed = records.filter(({ body }) => body === 'bad')
      return {
        batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })),
      }
    },
  })
  await vi.waitFor(() => expect(dead).toEqual(['bad']), { timeout: 5000 })
  expect(seen.sort()).toEqual(['bad', 'bad', 'bad', 'good'])
})

it('collects a batch for as long as its window', async () => {
  const queue = open()
  const batches: number[] = []
  map({
    queue,
    batchSize: 50,
    concurrency: 1,
    batchingWindow: 3000,
    invoke: async ({ Records }) => {
      batches.push(Records.length)
      return null
    },
  })
  for (let n = 0; n < 20; n += 1) {
    queue.send(`${n}`)
    await sleep(5)
  }
  await vi.waitFor(() => expect(queue.size()).toBe(0), { timeout: 15_000 })
  expect(batches).toEqual([20])
})

it('keeps what nobody handled over an end of the process', () => {
  open().send('kept')
  const again = open()
  expect(again.receive(10).map(({ body }) => body)).toEqual(['kept'])
})

it('hides a message for as long as its receiver says', async () => {
  const queue = openQueue({
    directory,
    visibilityTimeout: 1000,
    maxReceives: 3,
    retrySecond: 1,
    deadLetter: () => {},
  })
  queue.send('late')
  const [message] = queue.receive(1)
  expect(queue.receive(1)).toEqual([])
  expect(queue.changeVisibility(message?.receiptHandle ?? '', 0)).toBe(true)
  expect(queue.receive(1)).toHaveLength(1)
  expect(queue.changeVisibility(message?.receiptHandle ?? '', 0)).toBe(false)
})

it('keeps to itself what is worked on for as long as in AWS, however soon a retry comes', async () => {
  const queue = openQueue({
    directory,
    visibilityTimeout: 1,
    maxReceives: 3,
    retrySecond: 1,
    deadLetter: () => {},
  })
  queue.send('long')
  const [message] = queue.receive(1)
  await sleep(50)
  expect(queue.receive(1)).toEqual([])
  queue.changeVisibility(message?.receiptHandle ?? '', 10)
  await sleep(50)
  expect(queue.receive(1)).toHaveLength(1)
})
