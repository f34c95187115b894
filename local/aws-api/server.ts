import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { isObject, type JsonObject } from '#local/assembly/json'
import { type Listening, listen } from '#local/http/listen'

/** Answers one operation of a service of AWS's JSON protocol; an {@link AwsError} is the client's own fault. */
export type AnswerOperation = (operation: string, input: JsonObject) => JsonObject

/** Answers whatever is asked below a path. */
export type AnswerPath = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void> | void

/** One address for the services that have none of their own. */
export interface AwsApi extends Listening {
  /** By what its `x-amz-target` begins with: `secretsmanager.` */
  onTarget(prefix: string, answer: AnswerOperation): void
  onPath(prefix: string, answer: AnswerPath): void
}

/** An error's name goes to the client, whose SDK makes its class of it. */
export class AwsError extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export async function startAwsApi(port: number): Promise<AwsApi> {
  const byTarget = new Map<string, AnswerOperation>()
  const byPath = new Map<string, AnswerPath>()

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    const target = String(request.headers['x-amz-target'] ?? '')
    const below = startOf(byPath, path)
    if (below) return below.found(request, response)
    const service = startOf(byTarget, target)
    if (!service)
      throw new AwsError('UnknownOperationException', `The local cloud has no ${target || path}.`)
    const operation = target.slice(service.prefix.length)
    answer(response, 200, service.found(operation, await readJson(request)))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const isClients = error instanceof AwsError
      answer(response, isClients ? 400 : 500, {
        __type: isClients ? error.name : 'InternalServiceError',
        message: error instanceof Error ? error.message : String(error),
      })
    })
  })
  return {
    ...(await listen(server, port)),
    onTarget: (prefix, answer) => void byTarget.set(prefix, answer),
    onPath: (prefix, answer) => void byPath.set(prefix, answer),
  }
}

function startOf<T>(all: ReadonlyMap<string, T>, text: string) {
  for (const [prefix, found] of all) if (text.startsWith(prefix)) return { prefix, found }
  return undefined
}

function answer(response: ServerResponse, status: number, body: JsonObject): void {
  if (response.headersSent) return
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify(body))
}

/** A body that is an object, or an empty one. */
export async function readJson(request: IncomingMessage): Promise<JsonObject> {
  const parsed = JSON.parse((await text(request)) || '{}')
  return isObject(parsed) ? parsed : {}
}
