import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTable } from '#adapters/dynamo/table'
import { assetEntity } from '#adapters/dynamo/videos/asset-entity'
import { toAttributes } from '#adapters/dynamo/videos/asset-item'
import { createAssetRepository } from '#adapters/dynamo/videos/asset-repository'
import { newId } from '#core/platform/ids'
import { newAsset } from '#core/videos/life/new-asset'
import { findStuck, MOST_OF_A_RUN } from '#core/videos/watch/find-stuck'
import { startTable } from '#test/support/dynamo'
import { COURSE_ID, pipeline } from '#test/unit/videos/pipeline-doubles'

const WAITING = 5_000
const START = Date.UTC(2026, 10, 25, 6)
const after = (minutes: number) => new Date(START + minutes * 60_000)

let engine: Awaited<ReturnType<typeof startTable>>
let sent: string[]
let assets: ReturnType<typeof createAssetRepository>

/** A bulk whose jobs all wait in MediaConvert's queue, but for the last to come, which failed unheard. */
beforeAll(async () => {
  engine = await startTable()
  const client = new DynamoDBClient({})
  client.middlewareStack.add(
    (next, context) => (args) => {
      sent.push(String(context.commandName))
      return next(args)
    },
    { step: 'initialize' },
  )
  const table = openTable(engine.name, client)
  assets = createAssetRepository(table)
  sent = []
  const items = Array.from({ length: WAITING }, (_, n) => {
    const at = new Date(START + n).toISOString()
    const id = newId('ast', new Date(START + n))
    const key = `linear-algebra/${n}.mp4`
    const made = { id, courseId: COURSE_ID, fileName: `${n}.mp4`, sourceKey: key, sizeBytes: 1, at }
    const asset = { ...newAsset(made), state: 'queued' as const }
    const job = { jobId: `job-${n}`, jobVersion: 1, jobAttempt: 1 }
    return { ...toAttributes(asset), ...job, id, etag: `${n}`, sequencer: '01' }
  })
  const { unprocessed } = await assetEntity(table).put(items).go({ concurrency: 4 })
  expect(unprocessed).toEqual([])
}, 120_000)
afterAll(() => engine?.close())

it('5,000 videos that wait are asked for in turn, a bounded portion a run, and a failed one among them is found', async () => {
  const { deps, told } = pipeline()
  const asked: string[] = []
  const failure = { detail: 'Demuxer failed', errorCode: 1040 }
  const find = async (jobId: string) => {
    asked.push(jobId)
    const isLast = jobId === `job-${WAITING - 1}`
    const status = isLast ? ('error' as const) : ('submitted' as const)
    return { status, phase: null, percent: null, error: isLast ? failure : null }
  }
  const runs = Math.ceil(WAITING / MOST_OF_A_RUN)
  for (let run = 0; run < runs; run += 1) {
    sent = []
    const before = asked.length
    const watch = {
      ...deps,
      assets,
      transcoder: { find },
      clock: { now: () => after(30 + run * 10) },
    }
    expect((await findStuck(watch)).errors).toEqual([])
    expect(asked.length - before).toBeLessThanOrEqual(MOST_OF_A_RUN)
    // None comes again before all others had their turn.
    if (run < runs - 1) expect(new Set(asked).size).toBe(asked.length)
    const reads = sent.filter((name) => /^(Query|BatchGet|Get)/.test(name)).length
    expect(reads).toBeLessThan(50)
    expect(sent.filter((name) => /^(Update|Put|Transact)/.test(name)).length).toBeLessThanOrEqual(
      MOST_OF_A_RUN + 1,
    )
  }
  expect(new Set(asked).size).toBe(WAITING)
  expect(told.map(({ state }) => state)).toEqual(['failed'])
}, 300_000)
