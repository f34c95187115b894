import { Worker } from 'node:worker_threads'
import type { FromThread, ToThread } from './serve-thread.ts'

/** A part of the local cloud in a thread of its own: it does not wait for what the others do, and cannot outlive them. */
export interface Thread {
  /** Where it serves. */
  readonly url: string
  /** Asks it for something, and answers what it says. */
  ask(question: string, argument?: string): Promise<unknown>
  /** Has it end in order, and ends it after two seconds if it does not. */
  close(): Promise<void>
}

const CLOSE_MILLISECONDS = 2_000
const YOUNG_MEGABYTES = 24

/** Rejects with what kept the thread from starting. */
export async function startThread(options: {
  /** Of the part, as people know it. */
  readonly name: string
  /** What calls `serveThread`. */
  readonly entry: URL
  /** Plain data, which is copied. */
  readonly data: object
  /** Hears that it ended though nobody closed it. */
  readonly onDeath: (error: Error) => void
}): Promise<Thread> {
  const { name, entry, data, onDeath } = options
  const worker = new Worker(entry, {
    name,
    workerData: data,
    execArgv: ['--no-warnings'],
    // What a request leaves is gone at once: more room for it is memory and no speed.
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const asked = new Map<number, PromiseWithResolvers<unknown>>()
  const started = Promise.withResolvers<string>()
  const ended = Promise.withResolvers<void>()
  let count = 0
  let closing = false
  let isUp = false
  let fault: Error | undefined

  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') started.resolve(message.url)
    else if (message.kind === 'answer') asked.get(message.id)?.resolve(message.value)
    else asked.get(message.id)?.reject(new Error(message.message))
    if (message.kind !== 'ready') asked.delete(message.id)
  })
  worker.on('error', (error: Error) => {
    fault = error
  })
  worker.on('exit', (code) => {
    const error = new Error(
      `${name} has ended${fault ? `: ${fault.message}` : ` with code ${code}`}`,
      { cause: fault },
    )
    started.reject(error)
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
    ended.resolve()
    if (isUp && !closing) onDeath(error)
  })

  const ask: Thread['ask'] = (question, argument = '') => {
    const answer = Promise.withResolvers<unknown>()
    if (closing) return Promise.reject(new Error(`${name} has been closed.`))
    count += 1
    asked.set(count, answer)
    worker.postMessage({ id: count, question, argument } satisfies ToThread)
    return answer.promise
  }
  const url = await started.promise
  isUp = true
  return {
    url,
    ask,
    async close() {
      const inOrder = ask(CLOSE).catch(() => undefined)
      closing = true
      const patience = setTimeout(() => void worker.terminate(), CLOSE_MILLISECONDS)
      await inOrder
      await worker.terminate()
      await ended.promise
      clearTimeout(patience)
    },
  }
}

/** What every thread is asked at its end. */
export const CLOSE = 'close'
