import { startStripped } from '#local/children/stripped-worker'
import type { LambdaFunction } from './function.ts'
import { FunctionError } from './function-error.ts'
import type { Calls, FromWorker, ToWorker, WorkerSettings } from './messages.ts'

/** One execution environment: a worker thread that serves one invocation at a time. */
export interface ExecutionEnvironment {
  /** From JSON to JSON. Rejects with `FunctionError` when the function throws, ends or takes too long. */
  invoke(event: string): Promise<string>
  /** Whether it can serve another invocation: not after a timeout or an end. */
  readonly usable: boolean
  close(): Promise<void>
}

export interface Listeners {
  /** A line that the function wrote. */
  readonly log: (line: string) => void
  /** What it asked of AWS's services in the invocation that ended. */
  readonly count: (calls: Calls) => void
}

const ENTRY = new URL('./worker.ts', import.meta.url)
const IMPORTS = ['./count-calls.ts', './layers.ts', '../assembly/json.ts'].map(
  (file) => new URL(file, import.meta.url),
)

/** Starts a worker and waits until the function's module is loaded. */
export async function startEnvironment(
  fn: LambdaFunction,
  { log, count }: Listeners,
): Promise<ExecutionEnvironment> {
  const worker = startStripped({
    entry: ENTRY,
    imports: IMPORTS,
    worker: {
      name: 'environment',
      workerData: {
        functionName: fn.name,
        file: fn.file,
        layers: fn.layers,
        handler: fn.handler,
        memoryMegabytes: fn.memoryMegabytes,
      } satisfies WorkerSettings,
      env: fn.environment,
      execArgv: ['--no-warnings'],
      // Lambda ends what takes more than its memory; and what is young is seldom much within one invocation.
      resourceLimits: { maxOldGenerationSizeMb: fn.memoryMegabytes, maxYoungGenerationSizeMb: 16 },
      stdout: true,
      stderr: true,
    },
  })
  for (const stream of [worker.stdout, worker.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => log(text.trimEnd()))

  let usable = true
  let settle: ((message: FromWorker | Error) => void) | undefined
  worker.on('message', (message: FromWorker) => settle?.(message))
  worker.on('error', (error: Error) => {
    if (settle) settle(error)
    else log(`The execution environment ended between two invocations: ${error.stack}`)
  })
  worker.on('exit', (code) => {
    usable = false
    settle?.(new Error(`The execution environment ended with code ${code}.`))
  })
  const next = () =>
    new Promise<FromWorker | Error>((resolve) => {
      settle = (message) => {
        settle = undefined
        resolve(message)
      }
    })
  const close = async () => {
    usable = false
    await worker.terminate()
  }

  const first = await next()
  if (first instanceof Error || first.kind !== 'ready') {
    await close()
    throw new FunctionError(fn.name, first instanceof Error ? first : errorOf(first))
  }

  return {
    get usable() {
      return usable
    },
    close,
    async invoke(event) {
      const answer = next()
      worker.postMessage({
        event,
        functionArn: fn.arn,
        deadline: Date.now() + fn.timeoutSeconds * 1000,
      } satisfies ToWorker)
      const timer = setTimeout(() => {
        usable = false
        settle?.(new Error(`Task timed out after ${fn.timeoutSeconds} seconds`))
        void worker.terminate()
      }, fn.timeoutSeconds * 1000)
      const message = await answer
      clearTimeout(timer)
      if ('calls' in message) count(message.calls)
      if (!(message instanceof Error) && message.kind === 'result') return message.result
      throw new FunctionError(fn.name, message instanceof Error ? message : errorOf(message))
    },
  }
}

const errorOf = (message: FromWorker): Error => {
  if (message.kind !== 'error' && message.kind !== 'broken')
    return new Error(`The execution environment answered ${message.kind} out of turn.`)
  const error = new Error(message.error.message)
  error.name = message.error.name
  error.stack = message.error.stack
  return error
}
