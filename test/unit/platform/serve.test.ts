import { Logger } from '@aws-lambda-powertools/logger'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalog } from '#contract/courses/catalogue-routes'
import { notFound } from '#core/platform/errors'
import { serve } from '#functions/http/serve'
import { callAs } from '#test/support/gateway-event'

let lines: Record<string, unknown>[]
beforeEach(() => {
  lines = []
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((line) => {
      lines.push(JSON.parse(String(line)))
      return true
    })
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A function whose list of courses ends as it is told, and warns on the way. */
function served(end: () => never | Promise<{ items: []; nextCursor: null }>, warn = false) {
  const logger = new Logger({ serviceName: 'catalog' })
  const handler = serve({
    service: 'catalog',
    logger,
    metricsNamespace: 'Lectern/test',
    routes: catalog,
    verbs: {
      listCourses: async () => {
        if (warn) logger.warn('cache.unavailable')
        return end()
      },
      getCourse: async () => {
        throw notFound('course')
      },
      getOpenApi: async () => ({}),
    },
  })
  return callAs(handler, null)
}

const counted = () => lines.filter((line) => '_aws' in line)
const logged = () => lines.filter((line) => !('_aws' in line))

it('writes no line of a call that goes well', async () => {
  const call = served(async () => ({ items: [], nextCursor: null }))
  expect((await call('GET', '/courses')).status).toBe(200)
  expect(lines).toEqual([])
})

it('answers a failure of its own with a 500 that tells nothing, and logs it once', async () => {
  const call = served(() => {
    throw new Error('The table has the secret key ABC.')
  })
  const { status, headers, body } = await call('GET', '/courses')
  expect(status).toBe(500)
  expect(headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(body.error).toMatchObject({ code: 'internal', requestId: 'request-1' })
  expect(JSON.stringify(body)).not.toContain('ABC')
  expect(logged()).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      message: 'http.failed',
      requestId: 'request-1',
      resource: '/courses',
      error: expect.objectContaining({ message: 'The table has the secret key ABC.' }),
    }),
  ])
})

it('counts failures by their code alone, and tells the route beside', async () => {
  const call = served(() => {
    throw new Error('broken')
  })
  await call('GET', '/courses')
  await call('GET', '/courses/linear-algebra')
  await call('GET', '/nowhere')
  await call('GET', '/courses?limit=many')
  expect(counted().map(({ code, route, Failures }) => ({ code, route, Failures }))).toEqual([
    { code: 'internal', route: 'GET /courses', Failures: 1 },
    { code: 'not_found', route: 'GET /courses/linear-algebra', Failures: 1 },
    { code: 'not_found', route: 'GET /nowhere', Failures: 1 },
    { code: 'invalid', route: 'GET /courses', Failures: 1 },
  ])
  for (const { _aws } of counted())
    expect(_aws).toMatchObject({
      CloudWatchMetrics: [{ Namespace: 'Lectern/test', Dimensions: [['code']] }],
    })
  expect(logged()).toHaveLength(1)
})

it('each line that is logged of a call tells its request and its route, also when it goes well', async () => {
  const call = served(async () => ({ items: [], nextCursor: null }), true)
  await call('GET', '/courses/linear-algebra')
  await call('GET', '/courses')
  expect(logged()).toEqual([
    expect.objectContaining({ level: 'WARN', requestId: 'request-1', resource: '/courses' }),
  ])
})
