// Run as a thread: makes one picture anew.
import { parentPort, workerData } from 'node:worker_threads'
import type { Given, Made } from './image-maker.ts'
import { makeSizes } from './make-sizes.ts'

const given: Given = workerData
const made: Made = await makeSizes(given).catch((error: unknown) => ({
  unreadable: String(error),
}))
parentPort?.postMessage(made)
