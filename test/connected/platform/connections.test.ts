import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { SOCKETS_FOR_PEOPLE } from '#adapters/platform/client-settings'
import { callAs } from '#test/support/gateway-event'
import { type Lms, startLms } from '#test/support/lms'
import { makeWorld, people } from '#test/support/world'

type Handler = Parameters<typeof callAs>[0]

let lms: Lms
let door: Server
let handler: Handler
let courseId: string
let opened = 0
let open = 0
let most = 0

beforeAll(async () => {
  lms = await startLms()
  courseId = (await makeWorld(lms)).courseId
  const engine = new URL(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? '')
  door = createServer((socket) => {
    opened += 1
    open += 1
    most = Math.max(most, open)
    const behind = connect(Number(engine.port), engine.hostname)
    socket.on('close', () => {
      open -= 1
      behind.destroy()
    })
    for (const end of [socket, behind]) end.on('error', () => socket.destroy())
    socket.pipe(behind).pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  if (address === null || typeof address === 'string') throw new Error('The door has no port.')
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${address.port}`
  // An environment of its own, which finds the table behind the door.
  vi.resetModules()
  handler = (await import('#functions/learning/index')).handler
}, 60_000)
afterAll(async () => {
  door?.close()
  await lms?.close()
})
beforeEach(() => {
  opened = 0
  most = open
})

const ask = async (method: string, address: string) => {
  const { status } = await callAs(handler, people.enrolled)(method, address)
  expect(status).toBe(200)
}

it('keeps its connections to the table: 1,000 calls, one after the other, open a few', async () => {
  for (let n = 0; n < 500; n += 1) {
    await ask('GET', '/my/courses')
    await ask('POST', `/my/courses/${courseId}/session`)
  }
  expect(opened).toBeGreaterThan(0)
  // Of the calls' own questions as many go at once; a connection that the engine closed is opened anew.
  expect(most).toBeLessThanOrEqual(4)
  expect(opened).toBeLessThanOrEqual(SOCKETS_FOR_PEOPLE)
}, 120_000)

it('opens no more connections than stated, even where it is asked more at once', async () => {
  await Promise.all(Array.from({ length: 100 }, () => ask('GET', '/my/courses')))
  expect(most).toBe(SOCKETS_FOR_PEOPLE)
}, 60_000)
