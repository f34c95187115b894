import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { Readable } from 'node:stream'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { getSignedCookies, getSignedUrl } from '@aws-sdk/cloudfront-signer'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createContentSigner } from '#adapters/edge/content-signer'
import type { JsonObject } from '#local/assembly/json'
import { type Edge, startEdge } from '#local/edge/server'

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKeyPem = keyPair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const keyPairId = 'KLECTERN'

const objects: Record<string, { type: string; text: string }> = {
  'index.html': { type: 'text/html', text: '<title>Lectern</title>' },
  'assets/app.js': { type: 'text/javascript', text: 'let x = 1;'.repeat(500) },
  'content/course1/media/a1/segment.m4s': { type: 'video/mp4', text: '0123456789' },
  'content/course2/versions/1/outline.json': { type: 'application/json', text: '{}' },
}

const spaFallback = `function handler(event) {
  var request = event.request
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html'
  return request
}`

const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'

const distributionConfig: JsonObject = {
  Origins: [
    { Id: 'web', DomainName: 'web.s3.us-east-1.amazonaws.com' },
    { Id: 'api', DomainName: 'api.execute-api.us-east-1.amazonaws.com' },
  ],
  DefaultCacheBehavior: {
    TargetOriginId: 'web',
    CachePolicyId: CACHING_OPTIMIZED,
    Compress: true,
    ResponseHeadersPolicyId: 'headers',
    FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:spa' }],
  },
  CacheBehaviors: [
    {
      PathPattern: '/content/*',
      TargetOriginId: 'web',
      CachePolicyId: CACHING_OPTIMIZED,
      TrustedKeyGroups: ['group'],
    },
    {
      PathPattern: '/api/*',
      TargetOriginId: 'api',
      CachePolicyId: CACHING_DISABLED,
      OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    },
  ],
}

let edge: Edge
let api: Server
let reads: string[]

beforeEach(async () => {
  reads = []
  api = createServer((request, response) => {
    response.setHeader('set-cookie', ['a=1; Path=/content; Secure; HttpOnly', 'b=2'])
    request.setEncoding('utf8')
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () =>
      response.end(`${request.method} ${request.url} ${request.headers.authorization} ${body}`),
    )
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const address = api.address()
  const apiUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  edge = await startEdge({
    port: 0,
    distributionConfig,
    functionCode: (arn) => (arn === 'arn:spa' ? spaFallback : undefined),
    cachePolicies: {},
    originRequestPolicies: {},
    responseHeadersPolicies: {
      headers: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
          ContentTypeOptions: { Override: true },
        },
      },
    },
    keyGroups: { group: [{ keyPairId, publicKeyPem }] },
    origin: (domainName) =>
      domainName.startsWith('api.')
        ? { kind: 'http', url: apiUrl }
        : {
            kind: 'bucket',
            async read(key, range) {
              reads.push(key)
              const object = objects[key]
              if (!object) return null
              const bytes = Buffer.from(object.text)
              const part = range
                ? bytes.subarray(range.start, (range.end ?? bytes.length) + 1)
                : bytes
              return {
                metadata: {
                  size: bytes.length,
                  etag: `etag-${key.length}`,
                  lastModified: new Date('2026-01-01T00:00:00Z'),
                  contentType: object.type,
                },
                stream: Readable.from([part], { objectMode: false }),
              }
            },
          },
  })
})

afterEach(async () => {
  await edge.close()
  await new Promise((resolve) => api.close(resolve))
})

const segment = '/content/course1/media/a1/segment.m4s'

/** As the API signs them. */
const cookiesOfSession = async (courseId: string) => {
  mockClient(SecretsManagerClient)
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ privateKeys: { 1: privateKey } }) })
  const signer = createContentSigner({
    client: new SecretsManagerClient({ region: 'us-east-1' }),
    secretArn: 'arn:secret',
    generation: '1',
    keyPairId,
  })
  const cookies = await signer.sign(
    new URL(edge.url).host,
    `content/${courseId}/`,
    new Date(Date.now() + 60_000),
  )
  return joined(cookies)
}

const cookiesFor = (
  courseId: string,
  expiresInSeconds = 600,
  key = privateKey,
  host = new URL(edge.url).host,
) => {
  const cookies = getSignedCookies({
    keyPairId,
    privateKey: key,
    policy: JSON.stringify({
      Statement: [
        {
          Resource: `https://${host}/content/${courseId}/*`,
          Condition: {
            DateLessThan: { 'AWS:EpochTime': Math.floor(Date.now() / 1000) + expiresInSeconds },
          },
        },
      ],
    }),
  })
  return joined(cookies)
}

const joined = (cookies: object) =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${edge.url}${path}`, { headers })

describe('content behind a trusted key group', () => {
  test('is refused as XML without cookies, and read from no bucket', async () => {
    const answer = await get(segment)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('<Code>MissingKey</Code>')
    expect(reads).toEqual([])
  })

  test('is served with the cookies of its course', async () => {
    const answer = await get(segment, { cookie: cookiesFor('course1') })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('video/mp4')
    expect(await answer.text()).toBe('0123456789')
  })

  test('is refused with expired cookies, those of another course, and those of another key', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const strangersKey = stranger.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const attempts = [
      cookiesFor('course1', -5),
      cookiesFor('course2'),
      cookiesFor('course1', 600, strangersKey),
    ]
    for (const cookie of attempts) expect((await get(segment, { cookie })).status).toBe(403)
    expect(reads).toEqual([])
  })

  test('of one course is not opened by the cookies of another that names its own path in the query', async () => {
    const cookie = await cookiesOfSession('course1')
    const other = '/content/course2/versions/1/outline.json'
    for (const attack of [
      `${other}?/content/course1/`,
      `${other}?x=https://${new URL(edge.url).host}/content/course1/x`,
      `${other}?%2Fcontent%2Fcourse1%2F`,
    ])
      expect((await get(attack, { cookie })).status, attack).toBe(403)
    expect((await get(segment, { cookie })).status).toBe(200)
    expect((await get(`${segment}?any=query`, { cookie })).status).toBe(200)
  })

  test('is opened by a policy whose wildcard spans slashes and the query, as CloudFront documents it', async () => {
    const cookie = cookiesFor('course1', 600, privateKey, '*')
    const other = '/content/course2/versions/1/outline.json'
    expect((await get(`${other}?/content/course1/`, { cookie })).status).toBe(200)
    expect((await get(`${other}?%2Fcontent%2Fcourse1%2F`, { cookie })).status).toBe(403)
    expect((await get(other, { cookie })).status).toBe(403)
  })

  test('stays refused to others after it was cached for one', async () => {
    await get(segment, { cookie: cookiesFor('course1') })
    expect((await get(segment)).status).toBe(403)
  })

  test('is served by a signed address too', async () => {
    const signed = getSignedUrl({
      url: `${edge.url}${segment}`.replace('http:', 'https:'),
      keyPairId,
      privateKey,
      dateLessThan: new Date(Date.now() + 60_000).toISOString(),
    })
    const url = signed.replace('https:', 'http:')
    expect((await fetch(url)).status).toBe(200)
    expect((await fetch(url.replace('segment', 'another'))).status).toBe(403)
  })

  test('is served in part, at first from the bucket and then from the cache', async () => {
    const headers = { cookie: cookiesFor('course1'), range: 'bytes=2-4' }
    const first = await get(segment, headers)
    expect(first.status).toBe(206)
    expect(first.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(await first.text()).toBe('234')
    await get(segment, { cookie: headers.cookie })
    const second = await get(segment, { ...headers, range: 'bytes=-3' })
    expect(second.headers.get('x-cache')).toBe('Hit from cloudfront')
    expect(await second.text()).toBe('789')
    expect((await get(segment, { ...headers, range: 'bytes=10-' })).status).toBe(416)
  })
})

describe('the web client', () => {
  test('has one page for every address without a dot, with the security headers', async () => {
    const answer = await get('/courses/algebra')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Lectern')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('is read from its bucket once, compressed, and not sent again when unchanged', async () => {
    const first = await get('/assets/app.js', { 'accept-encoding': 'gzip, br' })
    expect(first.headers.get('x-cache')).toBe('Miss from cloudfront')
    expect(first.headers.get('content-encoding')).toBe('br')
    expect(await first.text()).toBe(objects['assets/app.js']?.text)
    const second = await get('/assets/app.js')
    expect(second.headers.get('x-cache')).toBe('Hit from cloudfront')
    expect(reads).toEqual(['assets/app.js'])
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/assets/app.js', { 'if-none-match': etag })).status).toBe(304)
    edge.invalidate('/assets/*')
    expect((await get('/assets/app.js')).headers.get('x-cache')).toBe('Miss from cloudfront')
  })

  test('has a 403 for a missing file, as S3 answers who may not list a bucket', async () => {
    const answer = await get('/assets/missing.js')
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('AccessDenied')
  })

  test('takes no other method than GET and HEAD', async () => {
    expect((await fetch(`${edge.url}/index.html`, { method: 'POST' })).status).toBe(403)
    const head = await fetch(`${edge.url}/index.html`, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(String(objects['index.html']?.text.length))
  })
})

test('the API gets method, path, query, body and token, and its cookies all come back, usable over HTTP', async () => {
  const answer = await fetch(`${edge.url}/api/my/courses?cursor=1`, {
    method: 'POST',
    headers: { authorization: 'Bearer t0ken' },
    body: 'hello',
  })
  expect(await answer.text()).toBe('POST /api/my/courses?cursor=1 Bearer t0ken hello')
  expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/content; HttpOnly', 'b=2'])
})
