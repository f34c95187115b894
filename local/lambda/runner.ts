import { availableParallelism } from 'node:os'
import { functionNameOf } from '#local/assembly/identifiers'
import type { Json } from '#local/assembly/json'
import { createEnvironmentPool } from './environment-pool.ts'
import type { LambdaFunction } from './function.ts'
import type { Calls } from './messages.ts'

export interface LambdaRunner {
  /** Runs a function, known by its name or any ARN of it, and answers what it returned. */
  invoke(reference: string, event: unknown): Promise<Json>
  /** The same from JSON to JSON, for whoever has it as text. */
  invokeText(reference: string, event: string): Promise<string>
  /** Loads environments until each function has its provisioned concurrency, one after the other. */
  warm(): Promise<void>
  /** Gives a function another provisioned concurrency, and loads environments until it has it. */
  provision(reference: string, count: number): Promise<void>
  /** How many environments a function has. */
  environments(reference: string): number
  close(): Promise<void>
}

export interface RunnerOptions {
  readonly functions: readonly LambdaFunction[]
  /** Environments of one function at the same time; more invocations wait. @default one more than cores */
  readonly concurrency?: number
  /** Environments of one function that are kept warm at most: a laptop is no data centre. @default 2 */
  readonly warmAtMost?: number
  /** How long an environment waits for the next invocation before it ends. Milliseconds. @default a minute */
  readonly idleAtMost?: number
  readonly log?: (functionName: string, line: string) => void
  /** Hears what each invocation asked of AWS's services. */
  readonly count?: (calls: Calls) => void
}

/** Lambda on one machine: each environment is a worker thread with one invocation at a time. */
export function createLambdaRunner(options: RunnerOptions): LambdaRunner {
  const {
    functions,
    warmAtMost = 2,
    idleAtMost = 60_000,
    log = () => {},
    count = () => {},
  } = options
  // While one waits for another service, the cores have work.
  const { concurrency: atMost = availableParallelism() + 1 } = options
  const provisioned = new Map(functions.map((fn) => [fn.name, fn.provisioned]))
  const pools = new Map(
    functions.map((fn) => {
      const listeners = { log: (line: string) => log(fn.name, line), count }
      const keptWarm = Math.min(fn.provisioned, warmAtMost)
      return [fn.name, createEnvironmentPool({ fn, atMost, keptWarm, idleAtMost, listeners })]
    }),
  )
  const poolOf = (reference: string) => {
    const pool = pools.get(functionNameOf(reference))
    if (!pool) throw new Error(`There is no function called ${functionNameOf(reference)}.`)
    return pool
  }
  const invokeText: LambdaRunner['invokeText'] = async (reference, event) =>
    poolOf(reference).invoke(event)
  const provision: LambdaRunner['provision'] = async (reference, count) => {
    const pool = poolOf(reference)
    provisioned.set(functionNameOf(reference), count)
    await pool.warm(Math.min(count, warmAtMost))
  }
  return {
    invokeText,
    invoke: async (reference, event) =>
      JSON.parse(await invokeText(reference, JSON.stringify(event ?? null))),
    async warm() {
      for (const [name, count] of provisioned) await provision(name, count)
    },
    provision,
    environments: (reference) => poolOf(reference).size,
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()))
    },
  }
}
