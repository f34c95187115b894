import { functionNameOf } from '#local/assembly/identifiers'
import type { Json } from '#local/assembly/json'
import { type ExecutionEnvironment, startEnvironment } from './execution-environment.ts'
import type { LambdaFunction } from './function.ts'

export interface LambdaRunner {
  /** Runs a function, known by its name or any ARN of it, and answers what it returned. */
  invoke(reference: string, event: unknown): Promise<Json>
  /** Loads environments until each function has its provisioned concurrency, one after the other. */
  warm(): Promise<void>
  close(): Promise<void>
}

export interface RunnerOptions {
  readonly functions: readonly LambdaFunction[]
  /** Environments of one function at the same time; more invocations wait. @default 8 */
  readonly concurrency?: number
  /** Environments of one function that are kept warm at most: a laptop is no data centre. @default 2 */
  readonly warmAtMost?: number
  readonly log?: (functionName: string, line: string) => void
}

/** Lambda on one machine: each environment is a worker thread with one invocation at a time. */
export function createLambdaRunner(options: RunnerOptions): LambdaRunner {
  const { functions, concurrency = 8, warmAtMost = 2, log = () => {} } = options
  const pools = new Map(
    functions.map((fn) => [fn.name, createPool(fn, concurrency, (line) => log(fn.name, line))]),
  )
  return {
    async invoke(reference, event) {
      const pool = pools.get(functionNameOf(reference))
      if (!pool) throw new Error(`There is no function called ${functionNameOf(reference)}.`)
      return pool.invoke(event)
    },
    async warm() {
      for (const fn of functions)
        await pools.get(fn.name)?.warm(Math.min(fn.provisioned, warmAtMost))
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    },
  }
}

function createPool(fn: LambdaFunction, concurrency: number, log: (line: string) => void) {
  const all = new Set<ExecutionEnvironment>()
  const idle: ExecutionEnvironment[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let closed = false

  const start = async () => {
    const environment = await startEnvironment(fn, log)
    if (closed) await environment.close()
    all.add(environment)
    return environment
  }
  const release = (environment: ExecutionEnvironment | undefined) => {
    if (environment?.usable) idle.push(environment)
    else if (environment) all.delete(environment)
    busy -= 1
    waiting.shift()?.()
  }

  return {
    async invoke(event: unknown): Promise<Json> {
      while (busy >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve))
      busy += 1
      let environment: ExecutionEnvironment | undefined
      try {
        environment = idle.pop()
        while (environment && !environment.usable) environment = idle.pop()
        environment ??= await start()
        return await environment.invoke(event)
      } finally {
        release(environment)
      }
    },
    async warm(count: number) {
      while (!closed && all.size < count) idle.unshift(await start())
    },
    async close() {
      closed = true
      await Promise.all([...all].map((environment) => environment.close()))
    },
  }
}
