import {
  type ExecutionEnvironment,
  type Listeners,
  startEnvironment,
} from './execution-environment.ts'
import type { LambdaFunction } from './function.ts'

/** The execution environments of one function. */
export interface EnvironmentPool {
  /** From JSON to JSON, in an environment of its own for as long as it takes. */
  invoke(event: string): Promise<string>
  /** Loads environments until there are so many, and keeps as many from then on, however long nobody calls. */
  warm(count: number): Promise<void>
  /** How many there are. */
  readonly size: number
  close(): Promise<void>
}

/** As Lambda does, though sooner: what nobody calls gives its memory back. */
export function createEnvironmentPool(options: {
  readonly fn: LambdaFunction
  /** Environments at the same time; more invocations wait. */
  readonly atMost: number
  /** How many stay until `warm` says another number, however long nobody calls. */
  readonly keptWarm: number
  /** How long an environment waits for the next invocation. Milliseconds. */
  readonly idleAtMost: number
  readonly listeners: Listeners
}): EnvironmentPool {
  const { fn, atMost, idleAtMost, listeners } = options
  const all = new Set<ExecutionEnvironment>()
  /** The last used at the end, which is taken first. */
  const idle: { readonly environment: ExecutionEnvironment; readonly since: number }[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  let { keptWarm } = options
  let closed = false

  const start = async () => {
    const environment = await startEnvironment(fn, listeners)
    if (closed) await environment.close()
    all.add(environment)
    return environment
  }
  const take = (): ExecutionEnvironment | undefined => {
    for (let last = idle.pop(); last; last = idle.pop()) {
      if (last.environment.usable) return last.environment
      all.delete(last.environment)
    }
    return undefined
  }
  const release = (environment: ExecutionEnvironment | undefined) => {
    if (environment?.usable) idle.push({ environment, since: Date.now() })
    else if (environment) all.delete(environment)
    busy -= 1
    waiting.shift()?.()
  }
  const sweep = setInterval(() => {
    while (all.size > keptWarm) {
      const [first] = idle
      if (!first || Date.now() - first.since < idleAtMost) return
      idle.shift()
      all.delete(first.environment)
      void first.environment.close()
    }
  }, idleAtMost / 4).unref()

  return {
    get size() {
      return all.size
    },
    async invoke(event) {
      while (busy >= atMost) await new Promise<void>((resolve) => waiting.push(resolve))
      busy += 1
      let environment: ExecutionEnvironment | undefined
      try {
        environment = take() ?? (await start())
        return await environment.invoke(event)
      } finally {
        release(environment)
      }
    },
    async warm(count) {
      keptWarm = count
      while (!closed && all.size < count)
        idle.unshift({ environment: await start(), since: Date.now() })
    },
    async close() {
      closed = true
      clearInterval(sweep)
      await Promise.all([...all].map((environment) => environment.close()))
    },
  }
}
