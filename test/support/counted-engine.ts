import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** A request to the table or to an index of it, with the units that the engine says it consumed. */
export interface CountedRequest {
  readonly operation: string
  /** Empty: the table itself. */
  readonly index: string
  readonly units: number
}

const Consumed = z.object({ CapacityUnits: z.number() })
const Answer = z.object({
  ConsumedCapacity: z
    .union([Consumed.transform((one) => [one]), z.array(Consumed)])
    .default([])
    .transform((all) => all.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)),
})
const Body = z.looseObject({ IndexName: z.string().default('') })

/**
 * Stands before an engine, which it asks to tell with each answer what it consumed, indexes included:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html
 */
export async function startCountedEngine(engine: string) {
  const counted: CountedRequest[] = []
  const agent = new Agent({ keepAlive: true })

  const forward = (target: string, body: string) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const asked = request(engine, { method: 'POST', agent, headers: headersOf(target) })
      asked.on('error', reject).on('response', async (response) => {
        const chunks: Buffer[] = []
        for await (const chunk of response) chunks.push(chunk)
        resolve({ status: response.statusCode ?? 500, text: Buffer.concat(chunks).toString() })
      })
      asked.end(body)
    })

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const target = String(request.headers['x-amz-target'] ?? '')
    const body = Body.parse(JSON.parse(Buffer.concat(chunks).toString()))
    const { status, text } = await forward(
      target,
      JSON.stringify({
        ...body,
        IndexName: body.IndexName || undefined,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    )
    const { ConsumedCapacity: units } = Answer.parse(JSON.parse(text))
    counted.push({ operation: target.split('.')[1] ?? '', index: body.IndexName, units })
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    /** What was asked since it was last said. */
    take: (): CountedRequest[] => counted.splice(0),
    close: async () => {
      server.closeAllConnections()
      server.close()
      agent.destroy()
    },
  }
}

const headersOf = (target: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': target,
  authorization:
    'AWS4-HMAC-SHA256 Credential=lectern/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
})
