import { request } from 'node:http'
import type { APIGatewayProxyEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { ErrorBody } from '#contract/http/errors'
import { type LocalSite, startLocalSite } from '#test/support/local-site'

const PER_ADDRESS = 100
const SIGNED_IN = 2_100

let site: LocalSite
let reached: APIGatewayProxyEvent[]
beforeAll(async () => {
  site = await startLocalSite({
    stage: { api: { requestsPerAddress: PER_ADDRESS, signedInPerAddress: SIGNED_IN } },
    invoke: async (event) => {
      reached.push(event)
      return { statusCode: 200, body: '{}' }
    },
  })
})
afterAll(() => site.close())
beforeEach(() => {
  reached = []
})

/** From an address of this machine's own network, each of which is another viewer. */
const ask = (
  path: string,
  options: { from: string; headers?: Record<string, string>; at?: string },
) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, fail) => {
    const url = `${options.at ?? `${site.url}/api`}${path}`
    const { from, headers = {} } = options
    request(url, { localAddress: from, headers }, async (answer) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      done({ status: answer.statusCode ?? 0, headers: answer.headers, text })
    })
      .on('error', fail)
      .end()
  })

const askMany = async (count: number, each: (number: number) => ReturnType<typeof ask>) => {
  const statuses: number[] = []
  for (let first = 0; first < count; first += 50) {
    const batch = Array.from({ length: Math.min(50, count - first) }, (_, at) => each(first + at))
    for (const { status } of await Promise.all(batch)) statuses.push(status)
  }
  return (status: number) => statuses.filter((each) => each === status).length
}

test('the API answers nobody who goes around the edge, whatever he says that he is', async () => {
  const forged: Record<string, string> = {
    [EDGE_HEADERS.secret]: 'guess',
    [EDGE_HEADERS.viewer]: '::1',
  }
  for (const headers of [{}, forged]) {
    const answer = await ask('/courses', { from: '127.0.0.1', headers, at: site.gatewayUrl })
    expect(answer.status).toBe(403)
    // Without a request's id, so that no client takes it for a refusal of ours.
    expect(ErrorBody.parse(JSON.parse(answer.text)).error).toMatchObject({
      code: 'forbidden',
      requestId: '',
    })
  }
  expect(reached).toEqual([])
})

test('the edge shows its own secret, whatever the viewer sends under that name', async () => {
  const headers = { [EDGE_HEADERS.secret]: 'guess' }
  expect((await ask('/courses', { from: '127.0.0.2', headers })).status).toBe(200)
})

test('a viewer is counted by the address that it comes from, and not by what it says', async () => {
  const countOf = await askMany(PER_ADDRESS + 50, (number) =>
    ask(`/courses/course-${number}`, {
      from: '127.0.0.3',
      headers: {
        'x-forwarded-for': `198.51.100.${number}`,
        [EDGE_HEADERS.viewer]: `203.0.113.${number}`,
      },
    }),
  )
  expect(countOf(200)).toBe(PER_ADDRESS)
  expect(countOf(429)).toBe(50)

  const refused = await ask('/courses', { from: '127.0.0.3' })
  expect(refused.status).toBe(429)
  expect(refused.headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'retry-after': '60',
  })
  expect(ErrorBody.parse(JSON.parse(refused.text)).error.code).toBe('too_many_requests')
  expect((await ask('/courses', { from: '127.0.0.4' })).status).toBe(200)
})

test('a token where none is asked for lifts no limit, however the path is written', async () => {
  const paths = ['/courses/a', '/c%6furses/a', '/courses/a/', '/courses?x=1']
  const countOf = await askMany(PER_ADDRESS + 40, (number) =>
    ask(paths[number % paths.length] ?? '', {
      from: '127.0.0.5',
      headers: { authorization: `invented-${number}` },
    }),
  )
  expect(countOf(429)).toBe(40)
})

test('2,000 people behind the one address of a school learn at once', async () => {
  const countOf = await askMany(2_000, (number) =>
    ask('/me', {
      from: '127.0.0.6',
      headers: { authorization: `Bearer good-${number}` },
    }),
  )
  expect(countOf(200)).toBe(2_000)
  expect(reached[0]?.requestContext.authorizer?.claims.sub).toMatch(/^good-\d+$/)
})

test('invented tokens reach no function, and end at the address’s bound', async () => {
  const countOf = await askMany(SIGNED_IN + 100, (number) =>
    ask('/me', { from: '127.0.0.7', headers: { authorization: `Bearer bad-${number}` } }),
  )
  expect(countOf(401)).toBe(SIGNED_IN)
  expect(countOf(429)).toBe(100)
  expect(reached).toEqual([])
})
