import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Gateway, startGateway } from '#local/gateway/server'

const integration = (name: string, cacheKeyParameters: string[] = []) => ({
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}:live/invocations`,
    cacheKeyParameters,
  },
})

const secured = { security: [{ idToken: [] }] }
const template =
  '{"error":{"code":"CODE","message":$context.error.messageString,"requestId":"$context.requestId"}}'
const errorAs = (statusCode: string, code: string) => ({
  statusCode,
  responseTemplates: { 'application/json': template.replace('CODE', code) },
})

const body = {
  openapi: '3.0.3',
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-request-validator': 'all',
  'x-amazon-apigateway-gateway-responses': {
    UNAUTHORIZED: errorAs('401', 'unauthenticated'),
    BAD_REQUEST_BODY: errorAs('400', 'invalid'),
  },
  paths: {
    '/courses': { get: integration('catalog', ['method.request.querystring.cursor']) },
    '/courses/{course}': { get: integration('catalog', ['method.request.path.course']) },
    '/courses/new': { get: integration('teaching') },
    '/search': {
      get: { ...integration('catalog'), parameters: [{ name: 'q', in: 'query', required: true }] },
    },
    '/me': { get: { ...integration('learning'), ...secured } },
    '/notes': {
      post: {
        ...integration('learning'),
        ...secured,
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Note: {
        type: 'object',
        required: ['text'],
        properties: { text: { type: 'string', minLength: 1 } },
      },
    },
    securitySchemes: {
      idToken: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: [] },
      },
    },
  },
}

const cached = { HttpMethod: 'GET', CachingEnabled: true, CacheTtlInSeconds: 60 }
const stage = {
  StageName: 'api',
  CacheClusterEnabled: true,
  MethodSettings: [
    { ...cached, ResourcePath: '/~1courses' },
    { ...cached, ResourcePath: '/~1courses~1{course}' },
    { ...cached, ResourcePath: '/~1me' },
  ],
}

let gateway: Gateway
let calls: { arn: string; event: APIGatewayProxyEvent }[]
let answer: (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>

beforeEach(async () => {
  calls = []
  answer = async (event) => ({ statusCode: 200, body: JSON.stringify({ path: event.path }) })
  gateway = await startGateway({
    port: 0,
    body,
    stage,
    minimumCompressionSize: 1000,
    timeoutMilliseconds: 200,
    invoke: async (arn, text) => {
      const event: APIGatewayProxyEvent = JSON.parse(text)
      calls.push({ arn, event })
      return JSON.stringify(await answer(event))
    },
    verifyToken: async (token) => {
      if (token !== 'good') throw new Error('bad token')
      return { sub: 'u1', 'cognito:groups': ['admin', 'author'] }
    },
  })
})

afterEach(() => gateway.close())

const get = (path: string, token?: string) =>
  fetch(`${gateway.url}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {})

const post = (path: string, text: string) =>
  fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { authorization: 'Bearer good', 'content-type': 'application/json' },
    body: text,
  })

describe('routing', () => {
  test('a path is matched with its parameters, and a fixed segment before a parameter', async () => {
    await get('/courses/algebra%201?tag=a&tag=b')
    expect(calls[0]?.arn).toBe('arn:aws:lambda:us-east-1:000000000000:function:catalog:live')
    expect(calls[0]?.event).toMatchObject({
      path: '/courses/algebra%201',
      resource: '/courses/{course}',
      pathParameters: { course: 'algebra 1' },
      queryStringParameters: { tag: 'b' },
      multiValueQueryStringParameters: { tag: ['a', 'b'] },
      requestContext: { stage: 'api', path: '/api/courses/algebra%201', authorizer: null },
    })
    await get('/courses/new')
    expect(calls[1]?.arn).toContain('function:teaching')
  })

  test('an unknown route, method or stage is a 403, as at AWS', async () => {
    expect((await get('/nowhere')).status).toBe(403)
    expect((await post('/courses', '{}')).status).toBe(403)
    const elsewhere = await fetch(new URL('/other/courses', gateway.url))
    expect(await elsewhere.json()).toEqual({ message: 'Missing Authentication Token' })
    expect(calls).toEqual([])
  })
})

describe('the authorizer', () => {
  test('refuses a missing or bad token with 401 in the shape of the gateway responses', async () => {
    for (const token of [undefined, 'bad']) {
      const response = await get('/me', token)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({
        error: { code: 'unauthenticated', message: 'Unauthorized' },
      })
    }
    expect(calls).toEqual([])
  })

  test('hands the claims on as text', async () => {
    await get('/me', 'good')
    expect(calls[0]?.event.requestContext.authorizer).toEqual({
      claims: { sub: 'u1', 'cognito:groups': 'admin,author' },
    })
  })
})

describe('request validation', () => {
  test('a body that differs from its schema is a 400 that reaches no function', async () => {
    for (const text of ['', 'not json', '{}', '{"text":""}', '{"text":1}']) {
      const response = await post('/notes', text)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'invalid' } })
    }
    expect(calls).toEqual([])
    expect((await post('/notes', '{"text":"Why?"}')).status).toBe(200)
  })

  test('a required parameter of the query that is missing is a 400', async () => {
    const response = await get('/search')
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ message: 'Missing required request parameters: [q]' })
    expect((await get('/search?q=x')).status).toBe(200)
  })

  test('a body past 10 MB is a 413', async () => {
    const text = JSON.stringify({ text: 'x'.repeat(10 * 1024 * 1024) })
    expect((await post('/notes', text)).status).toBe(413)
    expect(calls).toEqual([])
  })
})

describe('what Lambda would refuse', () => {
  test('is a 413 where the event is past 6 MB, which its JSON is before the body is', async () => {
    const about = (bytes: number) => JSON.stringify({ text: 'x'.repeat(bytes) })
    expect((await post('/notes', about(6_280_000))).status).toBe(200)
    expect((await post('/notes', about(6_291_456))).status).toBe(413)
    // Two letters of the body, three of the event.
    expect((await post('/notes', JSON.stringify({ text: '\n'.repeat(2_200_000) }))).status).toBe(
      413,
    )
    expect(calls).toHaveLength(1)
  })

  test('is a 502 where the answer is past it', async () => {
    const length = 6_291_556 - JSON.stringify({ statusCode: 200, body: '' }).length
    answer = async () => ({ statusCode: 200, body: 'x'.repeat(length) })
    expect((await get('/courses/new')).status).toBe(200)
    answer = async () => ({ statusCode: 200, body: 'x'.repeat(length + 1) })
    expect((await get('/courses/new')).status).toBe(502)
  })
})

describe('the cache', () => {
  test('answers the same address twice from one call, and tells its keys apart', async () => {
    const first = await (await get('/courses')).text()
    expect(await (await get('/courses?unrelated=1')).text()).toBe(first)
    expect(calls).toHaveLength(1)
    await get('/courses?cursor=2')
    await get('/courses/algebra')
    await get('/courses/geometry')
    expect(calls).toHaveLength(4)
  })

  test('never answers for a route with an authorizer, whatever the stage says', async () => {
    await get('/me', 'good')
    await get('/me', 'good')
    expect(calls).toHaveLength(2)
  })

  test('keeps no failure', async () => {
    answer = async () => ({ statusCode: 404, body: '{}' })
    await get('/courses/algebra')
    await get('/courses/algebra')
    expect(calls).toHaveLength(2)
  })
})

describe('compression', () => {
  const encodingOf = async (accepted: string, bytes: number) => {
    answer = async () => ({ statusCode: 200, body: 'x'.repeat(bytes) })
    const response = await fetch(`${gateway.url}/me`, {
      headers: { authorization: 'Bearer good', 'accept-encoding': accepted },
    })
    expect(await response.text()).toBe('x'.repeat(bytes))
    return response.headers.get('content-encoding')
  }

  test('is by gzip, from the least size on, for whom names it first', async () => {
    expect(await encodingOf('gzip, deflate, br', 1000)).toBe('gzip')
    expect(await encodingOf('gzip, deflate, br', 999)).toBe(null)
    expect(await encodingOf('br, gzip', 1000)).toBe(null)
    expect(await encodingOf('gzip;q=0', 1000)).toBe(null)
  })
})

describe('the integration', () => {
  test('every cookie of the answer is its own header', async () => {
    answer = async () => ({
      statusCode: 204,
      body: '',
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    })
    expect((await get('/me', 'good')).headers.getSetCookie()).toEqual(['a=1', 'b=2'])
  })

  test('a function that does not answer in time is a 504', async () => {
    answer = () => new Promise(() => {})
    expect((await get('/me', 'good')).status).toBe(504)
  })

  test('a function that answers no response of the proxy form is a 502', async () => {
    answer = async () => JSON.parse('{"hello":1}')
    expect((await get('/me', 'good')).status).toBe(502)
  })
})
