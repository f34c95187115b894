import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFirehoseRecorder } from '#adapters/warehouse/firehose-recorder'
import { batchesOf, firehoseLimits, packEvents } from '#adapters/warehouse/packed-events'
import { RecordedEvent } from '#contract/reports/recorded-events'
import { takeApart } from '#local/firehose/take-apart'

const event = (n: number, id = `${n}`) =>
  RecordedEvent.parse({
    ...{ event: 'enrolled', id, v: 1, at: n, course: 'crs_01ARZ3NDEKTSV4RRFFQ69G5FAV' },
    person: 'a'.repeat(26),
  })
const events = fc
  .array(fc.string({ maxLength: 200 }), { maxLength: 1_200 })
  .map((ids) => ids.map((id, n) => event(n, id || '-')))

describe('events in records', () => {
  it('are all there, in their order, as Firehose takes them apart', () => {
    fc.assert(
      fc.property(events, (all) => {
        const records = packEvents(all).map((record) => Buffer.from(record).toString())
        expect(records.flatMap(takeApart).map((text) => JSON.parse(text))).toEqual(all)
        expect(records).toHaveLength(Math.ceil(all.length / firehoseLimits.recordEvents))
      }),
      { numRuns: 20 },
    )
  })

  it('are within what a call takes, by their number and by their size', () => {
    const record = (bytes: number) => new Uint8Array(bytes)
    const large = Array.from({ length: 9 }, () => record(firehoseLimits.recordBytes))
    expect(batchesOf(large).map(({ length }) => length)).toEqual([4, 4, 1])
    const many = Array.from({ length: 1_001 }, () => record(1))
    expect(batchesOf(many).map(({ length }) => length)).toEqual([500, 500, 1])
    expect(batchesOf([])).toEqual([])
  })
})

describe('the recorder', () => {
  const firehose = mockClient(FirehoseClient)
  beforeEach(() => firehose.reset())
  const recorder = createFirehoseRecorder(new FirehoseClient({ region: 'us-east-1' }), 'events')
  const all = Array.from({ length: 1_500 }, (_, n) => event(n))
  const sent = () =>
    firehose
      .commandCalls(PutRecordBatchCommand)
      .map(({ args }) =>
        args[0].input.Records?.map(
          ({ Data }) => JSON.parse(takeApart(Buffer.from(Data ?? '').toString())[0] ?? '').at,
        ),
      )

  it('puts again what failed of a batch, and that alone', async () => {
    const refused = { ErrorCode: 'ServiceUnavailableException' }
    firehose
      .on(PutRecordBatchCommand)
      .resolvesOnce({ FailedPutCount: 1, RequestResponses: [{}, refused, {}] })
      .resolves({ FailedPutCount: 0, RequestResponses: [{}] })
    await recorder.put(all)
    expect(sent()).toEqual([[0, 500, 1_000], [500]])
  })

  it('gives up what is refused again and again, so that all is told again', async () => {
    const RequestResponses = [{ ErrorCode: 'InternalFailure' }]
    firehose.on(PutRecordBatchCommand).resolves({ FailedPutCount: 1, RequestResponses })
    await expect(recorder.put([event(1)])).rejects.toThrow('refused 1 records, 5 times')
  })

  it('asks nothing where nothing happened', async () => {
    await recorder.put([])
    expect(sent()).toEqual([])
  })
})
