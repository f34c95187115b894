// Runs in a worker thread: one execution environment of one function.
import { randomUUID } from 'node:crypto'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { countCalls } from './count-calls.ts'
import { fileInLayers } from './layers.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './messages.ts'

type Handler = (event: unknown, context: unknown) => unknown

const settings: WorkerSettings = workerData
const port = parentPort
if (!port) throw new Error('worker.ts is run as a worker thread only.')

const send = (message: FromWorker) => port.postMessage(message)
const takeCalls = countCalls()

/** What Lambda mounts at `/opt` lies in the layers' folders here. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const file = fileInLayers(settings.layers, specifier)
    return nextResolve(file ? pathToFileURL(file).href : specifier, context)
  },
})

async function loadHandler(): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(settings.file).href)
  const handler = module[settings.handler]
  if (typeof handler !== 'function')
    throw new Error(`${settings.file} exports no function called ${settings.handler}.`)
  return (event, context) => handler(event, context)
}

try {
  const handler = await loadHandler()
  port.on('message', async ({ event, functionArn, deadline }: ToWorker) => {
    try {
      const result = await handler(JSON.parse(event), contextOf(functionArn, deadline))
      // As Lambda does: what cannot be said in JSON does not leave the function.
      send({
        kind: 'result',
        result: JSON.stringify(result ?? null),
        calls: takeCalls(),
      })
    } catch (error) {
      send({ kind: 'error', error: describe(error), calls: takeCalls() })
    }
  })
  send({ kind: 'ready' })
} catch (error) {
  send({ kind: 'broken', error: describe(error) })
}

function contextOf(functionArn: string, deadline: number) {
  return {
    functionName: settings.functionName,
    functionVersion: '1',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(settings.memoryMegabytes),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${settings.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
}

function describe(error: unknown) {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' }
}
