import { setTimeout as sleep } from 'node:timers/promises'
import { type FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose'
import type { EventRecorder } from '#core/reports/ports'
import { batchesOf, packEvents } from './packed-events.ts'

const TRIES = 5
/** Before the first of the tries that follow; doubled for each. */
const PAUSE_MS = 100

/** Puts events into a Firehose stream. Of a batch some records may fail: those alone are put again. */
export const createFirehoseRecorder = (client: FirehoseClient, stream: string): EventRecorder => {
  const putBatch = async (records: readonly Uint8Array[]) => {
    let left = records
    for (let tries = 0; left.length > 0; tries++) {
      if (tries === TRIES)
        throw new Error(`Firehose refused ${left.length} records, ${TRIES} times`)
      if (tries > 0) await sleep(Math.random() * PAUSE_MS * 2 ** tries)
      const { RequestResponses = [] } = await client.send(
        new PutRecordBatchCommand({
          DeliveryStreamName: stream,
          Records: left.map((Data) => ({ Data })),
        }),
      )
      // Answers come in the order of the records.
      left = left.filter((_, at) => RequestResponses[at]?.ErrorCode)
    }
  }
  return {
    put: async (events) => {
      for (const batch of batchesOf(packEvents(events))) await putBatch(batch)
    },
  }
}
