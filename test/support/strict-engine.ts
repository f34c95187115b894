import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

/** How late a read may be that did not ask for consistency. AWS promises no bound; tests need one. */
const LATE_MILLISECONDS = 300
/** As a `BatchWriteItem` takes. */
const WRITES_AT_ONCE = 25

const Key = z.object({ pk: z.unknown(), sk: z.unknown() }).transform(({ pk, sk }) => ({ pk, sk }))
type Key = z.infer<typeof Key>
const One = z.object({ Key: Key.optional(), Item: Key.optional() })
const Batch = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(z.record(z.string(), One.optional())).transform((all) => all.flatMap(Object.values)),
  ),
})
const Found = z.object({ Responses: z.record(z.string(), z.array(z.looseObject({}))) })
const Reads = z.object({
  RequestItems: z.record(
    z.string(),
    z.looseObject({ Keys: z.array(z.unknown()), ConsistentRead: z.boolean().optional() }),
  ),
})

export interface StrictOptions {
  /** The engine that holds the truth, and another that follows it late. */
  readonly primary: string
  readonly replica: string
  readonly table: string
}

/**
 * An engine as unkind as DynamoDB may be. Reads of the table that do not ask for consistency answer what
 * was there a while ago; batches leave keys unprocessed. Reads of an index are late too where a test says
 * so; else they wait, since no read of an index can ask for better and most tests are about other things.
 */
export async function startStrictEngine({ primary, replica, table }: StrictOptions) {
  let lateIndexes = false
  const written: { key: Key; at: number }[] = []
  const closing = new AbortController()

  const send = async (url: string, operation: string, body: unknown) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: headersOf(operation),
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const copySome = async (keys: Key[]) => {
    const read = { RequestItems: { [table]: { Keys: keys, ConsistentRead: true } } }
    const { text } = await send(primary, 'BatchGetItem', read)
    const items = Found.parse(JSON.parse(text)).Responses[table] ?? []
    const there = new Map(items.map((Item) => [JSON.stringify(Key.parse(Item)), Item]))
    const writes = keys.map((Key) => {
      const Item = there.get(JSON.stringify(Key))
      return Item ? { PutRequest: { Item } } : { DeleteRequest: { Key } }
    })
    await send(replica, 'BatchWriteItem', { RequestItems: { [table]: writes } })
  }
  const copyLate = async () => {
    while (!closing.signal.aborted) {
      await sleep(20)
      const due = written.filter(({ at }) => at + LATE_MILLISECONDS <= Date.now())
      written.splice(0, due.length)
      const keys = [...new Map(due.map(({ key }) => [JSON.stringify(key), key])).values()]
      for (let at = 0; at < keys.length; at += WRITES_AT_ONCE)
        await copySome(keys.slice(at, at + WRITES_AT_ONCE))
    }
  }
  const copying = copyLate()

  const answer = async (operation: string, body: unknown) => {
    if (operation === 'BatchGetItem') return readBatch(body)
    const isLate = LATE[operation]?.(asRead(body), lateIndexes) ?? false
    const answered = await send(isLate ? replica : primary, operation, body)
    if (answered.status === 200)
      for (const key of keysWritten(operation, body)) written.push({ key, at: Date.now() })
    return answered
  }
  const readBatch = async (body: unknown) => {
    const { RequestItems } = Reads.parse(body)
    const now: typeof RequestItems = {}
    const left: typeof RequestItems = {}
    for (const [name, { Keys, ...how }] of Object.entries(RequestItems)) {
      const leave = Keys.length > 1 ? Math.ceil(Keys.length / 4) : 0
      now[name] = { ...how, Keys: Keys.slice(leave) }
      if (leave > 0) left[name] = { ...how, Keys: Keys.slice(0, leave) }
    }
    const consistent = Object.values(RequestItems).every(({ ConsistentRead }) => ConsistentRead)
    const { status, text } = await send(consistent ? primary : replica, 'BatchGetItem', {
      RequestItems: now,
    })
    if (status !== 200) return { status, text }
    return { status, text: JSON.stringify({ ...JSON.parse(text), UnprocessedKeys: left }) }
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const operation = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? ''
    try {
      const { status, text } = await answer(
        operation,
        JSON.parse(Buffer.concat(chunks).toString() || '{}'),
      )
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(text)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}`,
    /** From now on reads of indexes are late as well, or not any more. */
    serveIndexesLate: (late: boolean) => {
      lateIndexes = late
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      closing.abort()
      await copying
    },
  }
}

interface Read {
  readonly ConsistentRead?: boolean | undefined
  readonly IndexName?: string | undefined
}
const asRead = (body: unknown): Read =>
  z.object({ ConsistentRead: z.boolean(), IndexName: z.string() }).partial().parse(body)

const LATE: Readonly<Record<string, (read: Read, lateIndexes: boolean) => boolean>> = {
  GetItem: ({ ConsistentRead }) => !ConsistentRead,
  Query: ({ ConsistentRead, IndexName }, lateIndexes) =>
    IndexName ? lateIndexes : !ConsistentRead,
}

const keysWritten = (operation: string, body: unknown): Key[] => {
  const keyOf = ({ Key: key, Item }: z.infer<typeof One>) => key ?? Item ?? []
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [One.parse(body)].flatMap(keyOf)
    case 'BatchWriteItem':
      return Object.values(Batch.parse(body).RequestItems).flatMap((all) =>
        all.flatMap((one) => (one ? keyOf(one) : [])),
      )
    case 'TransactWriteItems':
      return z
        .object({ TransactItems: z.array(z.record(z.string(), One)) })
        .parse(body)
        .TransactItems.flatMap((item) => Object.entries(item))
        .flatMap(([kind, one]) => (kind === 'ConditionCheck' ? [] : keyOf(one)))
    default:
      return []
  }
}

const headersOf = (operation: string) => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': `DynamoDB_20120810.${operation}`,
  authorization:
    'AWS4-HMAC-SHA256 Credential=lectern/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'x-amz-date': '20260101T000000Z',
})
