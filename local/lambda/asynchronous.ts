import { setTimeout as sleep } from 'node:timers/promises'
import { functionNameOf } from '#local/assembly/identifiers'
import type { DeadLetters } from '#local/queues/dead-letters'
import type { LambdaFunction } from './function.ts'
import type { LambdaRunner } from './runner.ts'

/** Lambda's asynchronous invocation: the caller hands an event over and goes on. */
export interface AsyncInvoker {
  has(reference: string): boolean
  start(reference: string, event: unknown): void
  /** Resolves when every event is handled or given up. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Lambda waits one minute, then two; nobody wants to here. Milliseconds. */
const FIRST_WAIT = 500

/**
 * Tries again as often and as long as the function's event invoke config says, then keeps the event
 * with the dead letters. A rule's own retry policy is about handing over, which cannot fail here.
 */
export function createAsyncInvoker(options: {
  functions: readonly LambdaFunction[]
  runner: Pick<LambdaRunner, 'invoke'>
  deadLetters: DeadLetters
  /** Milliseconds before the first retry. @default 500 */
  firstWait?: number
}): AsyncInvoker {
  const { runner, deadLetters, firstWait = FIRST_WAIT } = options
  const functions = new Map(options.functions.map((fn) => [fn.name, fn]))
  const stop = new AbortController()
  const underWay = new Set<Promise<void>>()

  const handle = async (fn: LambdaFunction, event: unknown) => {
    const until = Date.now() + fn.asynchronous.maxAgeSeconds * 1000
    for (let attempt = 0; ; attempt += 1)
      try {
        await runner.invoke(fn.name, event)
        return
      } catch (error) {
        const wait = firstWait * 2 ** attempt
        const isLast = attempt >= fn.asynchronous.retries || Date.now() + wait > until
        // At a stop the file keeps it, rather than nobody.
        if (isLast || stop.signal.aborted) {
          deadLetters.add({ target: fn.name, event, error })
          return
        }
        await sleep(wait, undefined, { signal: stop.signal }).catch(() => {})
      }
  }

  return {
    has: (reference) => functions.has(functionNameOf(reference)),
    start(reference, event) {
      const fn = functions.get(functionNameOf(reference))
      if (!fn) throw new Error(`There is no function called ${functionNameOf(reference)}.`)
      const handling = handle(fn, event).finally(() => underWay.delete(handling))
      underWay.add(handling)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async close() {
      stop.abort()
      await Promise.race([Promise.all(underWay), sleep(2000)])
    },
  }
}
