import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { isObject, type JsonObject } from '#local/assembly/json'
import { distributionOf, type Invalidations } from '#local/edge/invalidations'
import type { PublishedEvent } from '#local/events/event-bus'
import { putEvents } from '#local/events/put-events'
import { SecretsError, type SecretsStore } from '#local/secrets/store'

export interface AwsEndpoints {
  readonly url: string
  /** Waits for what a custom resource sends to its `ResponseURL`. */
  awaitResponse(id: string): { readonly url: string; readonly response: Promise<JsonObject> }
  close(): Promise<void>
}

/**
 * The smaller AWS services at one address: Secrets Manager, EventBridge's `PutEvents`, CloudFront's
 * invalidations, SQS's visibility of messages, CloudFormation's response URLs, and MediaConvert by passing its paths on.
 */
export async function startAwsEndpoints(options: {
  /** 0 takes a free one. */
  port: number
  secrets: SecretsStore
  mediaConvertUrl: () => string | undefined
  /** What EventBridge's default bus is told. */
  publish: (event: PublishedEvent) => void
  invalidations: Invalidations
  /** SQS's `ChangeMessageVisibility`; null where there is no such message. */
  changeVisibility: (input: JsonObject) => JsonObject | null
}): Promise<AwsEndpoints> {
  const { port, secrets, mediaConvertUrl, publish, invalidations, changeVisibility } = options
  const waiting = new Map<string, (response: JsonObject) => void>()

  const server = createServer(async (incoming, outgoing) => {
    try {
      const target = String(incoming.headers['x-amz-target'] ?? '')
      const path = incoming.url ?? '/'
      const distribution = distributionOf(path)
      if (distribution && incoming.method === 'POST') {
        const { status, xml } = invalidations.create(distribution, await readText(incoming))
        outgoing.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
      } else if (path.startsWith('/2017-08-29/')) passOn(mediaConvertUrl(), incoming, outgoing)
      else if (target.startsWith('secretsmanager.'))
        answer(outgoing, 200, secrets.call(target.slice(15), await readBody(incoming)))
      else if (target === 'AWSEvents.PutEvents')
        answer(outgoing, 200, putEvents(await readBody(incoming), publish))
      else if (target === 'AmazonSQS.ChangeMessageVisibility') {
        const done = changeVisibility(await readBody(incoming))
        answer(outgoing, done ? 200 : 400, done ?? UNKNOWN_RECEIPT)
      } else if (path.startsWith('/cloudformation/') && incoming.method === 'PUT') {
        const id = path.split('/')[2] ?? ''
        waiting.get(id)?.(await readBody(incoming))
        answer(outgoing, 200, {})
      } else
        answer(outgoing, 400, {
          __type: 'UnknownOperationException',
          message: `The local cloud has no ${target || path}.`,
        })
    } catch (error) {
      const known = error instanceof SecretsError
      answer(outgoing, known ? 400 : 500, {
        __type: known ? error.name : 'InternalServiceError',
        message: error instanceof Error ? error.message : String(error),
      })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`

  return {
    url,
    awaitResponse(id) {
      const response = new Promise<JsonObject>((resolve) => {
        waiting.set(id, (body) => {
          waiting.delete(id)
          resolve(body)
        })
      })
      return { url: `${url}/cloudformation/${id}`, response }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const UNKNOWN_RECEIPT = {
  __type: 'com.amazonaws.sqs#ReceiptHandleIsInvalid',
  message: 'The receipt handle is not that of a message.',
}

function passOn(to: string | undefined, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (!to) {
    answer(outgoing, 503, { message: 'MediaConvert is not started yet.' })
    return
  }
  const passed = request(
    new URL(incoming.url ?? '/', to),
    { method: incoming.method ?? 'GET', headers: incoming.headers },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    },
  )
  passed.on('error', (error) => answer(outgoing, 503, { message: error.message }))
  incoming.pipe(passed)
}

function answer(outgoing: ServerResponse, status: number, body: JsonObject): void {
  if (outgoing.headersSent) return
  outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
  outgoing.end(JSON.stringify(body))
}

async function readBody(incoming: IncomingMessage): Promise<JsonObject> {
  const parsed = JSON.parse((await readText(incoming)) || '{}')
  return isObject(parsed) ? parsed : {}
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
