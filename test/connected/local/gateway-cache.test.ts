import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Service } from '#contract/http/route'
import { allRoutes } from '#contract/routes'
import { type Lms, startLms } from '#test/support/lms'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { makeWorld, people } from '#test/support/world'

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

let lms: Lms
let site: LocalSite
let names: string[]
let publications: string[]
let calls: APIGatewayProxyEvent[] = []

beforeAll(async () => {
  lms = await startLms()
  const handlers: Record<Service, Handler> = {
    catalog: (await import('#functions/catalog/index')).handler,
    learning: (await import('#functions/learning/index')).handler,
    teaching: (await import('#functions/teaching/index')).handler,
    community: (await import('#functions/community/index')).handler,
    administration: (await import('#functions/administration/index')).handler,
  }
  site = await startLocalSite({
    invoke: (event, functionArn) => {
      calls.push(event)
      const service = /functions-(catalog|learning|teaching)/.exec(functionArn)?.[1]
      if (service === 'learning' || service === 'teaching')
        return handlers[service](event, Object.create(null))
      return handlers.catalog(event, Object.create(null))
    },
  })
  const worlds = [await makeWorld(lms), await makeWorld(lms)]
  names = worlds.flatMap(({ course, courseId }) => [course, courseId])
  publications = worlds.map(({ courseId }) => `${courseId}.1`)
}, 240_000)
afterAll(async () => {
  await site?.close()
  await lms?.close()
})

/** A mark that no answer for everybody may have. */
const MARK = 'zaphod-7q'
const TOKENS = ['good-ada', `good-${MARK}`, MARK]
const headers = fc.dictionary(
  fc.constantFrom(
    ...[
      'authorization',
      'cookie',
      'x-forwarded-for',
      'x-lectern-viewer',
      'x-user',
      'if-none-match',
    ],
    ...[
      'accept-language',
      'cache-control',
      'origin',
      'referer',
      'user-agent',
      'x-api-key',
      'range',
    ],
  ),
  fc.constantFrom(
    ...TOKENS.map((token) => `Bearer ${token}`),
    ...[`CloudFront-Policy=${MARK}; session=${MARK}`, 'max-age=0', 'no-cache', 'es', MARK],
  ),
)

/** Some of the letters as `%xx`, which means the same. */
const encoded = (text: string, which: readonly boolean[]) =>
  [...text]
    .map((letter, at) =>
      which[at % which.length] && /[a-z0-9]/i.test(letter)
        ? `%${letter.charCodeAt(0).toString(16)}`
        : letter,
    )
    .join('')

const VALUES = ['', '1', '2', '1 ', '01', '50', '0', '-1', '1e1', '%00', 'ü', '[]', 'x'.repeat(300)]
const asked = fc.record({
  at: fc.nat(),
  which: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  query: fc.array(
    fc.tuple(
      fc.constantFrom(
        'limit',
        'cursor',
        'published',
        'Limit',
        'token',
        'user',
        'course',
        '__proto__',
      ),
      fc.oneof(
        fc.constantFrom(...VALUES),
        fc.nat().map((at) => `publication:${at}`),
      ),
    ),
    { maxLength: 4 },
  ),
  headers,
})

const addressOf = ({
  at,
  which,
  query,
}: {
  at: number
  which: boolean[]
  query: [string, string][]
}) => {
  const paths = ['/courses', ...names.map((name) => `/courses/${encoded(name, which)}`)]
  const path = paths[at % paths.length] ?? ''
  const pairs = query.map(([name, value]) => {
    const [, place] = value.split('publication:')
    const given = place ? (publications[Number(place) % publications.length] ?? '') : value
    return `${encodeURIComponent(name)}=${encodeURIComponent(given)}`
  })
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}

const get = async (address: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${site.url}/api${address}`, { headers })
  return {
    status: answer.status,
    cookies: answer.headers.getSetCookie(),
    text: await answer.text(),
  }
}
/** But for what tells one request from another. */
const meaning = ({ status, text }: { status: number; text: string }) => ({
  status,
  text: text.replace(/"requestId":"[^"]*"/, ''),
})
/** What the function itself answers to that address, with no cache before it and nothing else in the request. */
const uncached = async (address: string) => {
  const { status, body } = await lms.call('catalog', null, 'GET', address)
  return { status, text: JSON.stringify(body) }
}

test('whatever comes with a request, its answer is the one that its address has for everybody', async () => {
  let hits = 0
  await fc.assert(
    fc.asyncProperty(asked, async (request) => {
      const address = addressOf(request)
      calls = []
      const answer = await get(address, request.headers)
      if (calls.length === 0 && answer.status === 200) hits += 1
      expect(answer.cookies).toEqual([])
      expect(answer.text).not.toContain(MARK)
      expect(meaning(answer)).toEqual(meaning(await uncached(address)))
    }),
    { numRuns: 200 },
  )
  // Else nothing was said about the cache.
  expect(hits).toBeGreaterThan(20)
})

test('no header makes an answer of its own', async () => {
  const address = `/courses/${names[0]}`
  await get(address)
  await fc.assert(
    fc.asyncProperty(headers, async (given) => {
      calls = []
      await get(address, given)
      expect(calls).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('what is a person’s own is asked of the function each time, and given to nobody else', async () => {
  const own = allRoutes.filter(
    ({ access, method, path }) => access === 'user' && method === 'GET' && !path.includes('{'),
  )
  expect(own.length).toBeGreaterThan(0)
  for (const { path } of own) {
    for (const token of ['good-ada', 'good-bob', 'good-ada']) {
      calls = []
      const { status } = await get(path, { authorization: `Bearer ${token}` })
      expect(calls, path).toHaveLength(1)
      expect(calls[0]?.requestContext.authorizer?.claims.sub).toBe(token)
      expect(status).toBeLessThan(500)
    }
    calls = []
    expect((await get(path)).status, path).toBe(401)
    expect(calls).toEqual([])
  }
  expect(people.owner.sub).not.toBe('')
})
