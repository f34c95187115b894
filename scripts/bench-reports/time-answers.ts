/**
 * In a thread of its own, with a heap as small as a function's: how long each report takes to answer. Tells its parent
 * names, milliseconds and lengths.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { S3Client } from '@aws-sdk/client-s3'
import { createContentStore } from '#adapters/storage/content-store'
import { createFactStore } from '#adapters/warehouse/fact-store'
import { type Asked, answersOf } from './answers.ts'

export interface Timing extends Pick<Asked, 'year' | 'pseudonym'> {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly times: number
}

export interface Timed {
  readonly name: string
  readonly milliseconds: readonly number[]
  readonly length: number
}

const { year, pseudonym, times, ...client }: Timing = workerData
const s3 = new S3Client({ ...client, forcePathStyle: true })
const asked = await answersOf({
  facts: createFactStore(s3, 'lake'),
  content: createContentStore(s3, 'content'),
  ...{ year, pseudonym },
})
const timed: Timed[] = []
for (const [name, ask] of Object.entries(asked)) {
  const milliseconds: number[] = []
  let length = 0
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    length = JSON.stringify(await ask()).length
    milliseconds.push(performance.now() - began)
  }
  timed.push({ name, milliseconds, length })
}
s3.destroy()
parentPort?.postMessage(timed)
