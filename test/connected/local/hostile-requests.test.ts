import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { S3Client } from '@aws-sdk/client-s3'
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cognito, startCognito } from '#local/cognito/server'
import { type Gateway, startGateway } from '#local/gateway/server'
import { type S3Server, startS3 } from '#local/s3/server'
import { findFreePorts } from '#test/support/lectern'
import { type LocalSite, startLocalSite } from '#test/support/local-site'
import { type RawRequest, sendRaw } from '#test/support/raw-request'

const credentials = { accessKeyId: 'AKIALOCAL', secretAccessKey: 'secret' }
const integration = {
  'x-amazon-apigateway-integration': {
    uri: 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:0:function:a:live/invocations',
  },
}
const document = {
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-request-validator': 'all',
  paths: {
    '/courses': { get: integration },
    '/{any+}': {
      'x-amazon-apigateway-any-method': {
        ...integration,
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
      },
    },
  },
}
let dataDir: string
let site: LocalSite
/** Without a firewall, which would answer first. */
let gateway: Gateway
let s3: S3Server
let cognito: Cognito

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lectern-hostile-'))
  site = await startLocalSite({ invoke: async () => ({ statusCode: 200, body: '{}' }) })
  gateway = await startGateway({
    port: 0,
    body: document,
    stage: { StageName: 'api' },
    invoke: async () => JSON.stringify({ statusCode: 200, body: '{}' }),
    verifyToken: async () => ({ sub: 'a' }),
  })
  s3 = await startS3({
    port: 0,
    dataDir,
    region: 'us-east-1',
    credentials,
    buckets: [{ name: 'content' }],
    onEvent: () => {},
  })
  cognito = await startCognito({
    port: await findFreePorts(1),
    dataDir: join(dataDir, 'cognito'),
    siteUrl: 'http://127.0.0.1:4999',
  })
})
afterAll(async () => {
  await Promise.all([site, gateway, s3, cognito].map((server) => server?.close()))
  await rm(dataDir, { recursive: true, force: true })
})

const host = ['host', '127.0.0.1'] as const
const get = (target: string, headers: RawRequest['headers'] = []): RawRequest => ({
  method: 'GET',
  target,
  headers: [host, ...headers],
})

describe('the edge', () => {
  it.each([
    ['//host/%2e%2e', 403],
    ['//', 403],
    ['/\\\\host', 403],
    ['/a.b%00', 403],
    ['/a.b%', 400],
    ['/a.b%zz', 400],
    ['/a.b%c3%28', 400],
    ['http://host/', 400],
    ['*', 400],
    ['/a\0b', 400],
  ])('answers %j with %i', async (target, status) => {
    expect(await sendRaw(site.url, get(target))).toBe(status)
  })

  it('has CloudFront’s limits on an address and on all that comes before a body', async () => {
    const address = (length: number) =>
      `/a.b?${'q'.repeat(length - 'https://127.0.0.1/a.b?'.length)}`
    expect(await sendRaw(site.url, get(address(8192)))).toBe(403)
    expect(await sendRaw(site.url, get(address(8193)))).toBe(413)
    const line = 'GET /a.b HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\nx: \r\n\r\n'.length
    const head = (length: number) => get('/a.b', [['x', 'y'.repeat(length - line)]])
    expect(await sendRaw(site.url, head(20_480))).toBe(403)
    expect(await sendRaw(site.url, head(20_481))).toBe(413)
    expect(await sendRaw(site.url, head(100_000))).toBe(413)
  })

  it('takes no body with a GET', async () => {
    expect(await sendRaw(site.url, { ...get('/a.b'), body: '{}' })).toBe(403)
  })
})

describe('the gateway', () => {
  it.each([
    ['//host/%2e%2e', 403],
    ['//', 403],
    ['//[', 403],
    ['http://host/', 400],
    ['/api/courses?__proto__=1&constructor=2', 200],
  ])('answers %j with %i', async (target, status) => {
    expect(await sendRaw(gateway.url, get(target))).toBe(status)
  })
})

describe('Cognito', () => {
  const form = [host, ['content-type', 'application/x-www-form-urlencoded']] as const
  const called = (name: string) =>
    [host, ['x-amz-target', `AWSCognitoIdentityProviderService.${name}`]] as const
  const attributes = ['email', 'name'].map((Name) => ({ Name, Value: 'a' }))
  it.each([
    ['//[', form, ''],
    ['/oauth2/token', form, 'client_id=lecternweb&grant_type=refresh_token&refresh_token='],
    ['/', called('SignUp'), '{'],
    ['/', called('SignUp'), '[]'],
    ['/', called('SignUp'), JSON.stringify({ ClientId: 'lecternweb', UserAttributes: attributes })],
    ['/', called('Nothing'), '{}'],
    ['/', called('InitiateAuth'), '{"ClientId":"lecternweb"}'],
  ])('refuses %j with %j and %j', async (target, headers, body) => {
    expect(await sendRaw(cognito.url, { method: 'POST', target, headers, body })).toBeOneOf([
      400, 404,
    ])
  })
})

/** Pieces that mean something to one parser or another. */
const piece = fc.oneof(
  fc.constantFrom(
    ...['/', '//', '\\', '..', '%2e%2e', '%', '%zz', '%00', '%ff', '%C3%28', '%E2%80%AE', '%5c'],
    ...['?', '#', '&', '=', ';', ':', '@', '[', ']', '{', '}', '|', '"', '<', '>', '~', '*', '+'],
    ...['api', 'api/courses', 'content', 'oauth2/authorize', 'login', 'signup', 'logout', 'x.y'],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'X-Amz-Signature=',
      'X-Amz-Credential=',
      'uploadId',
    ],
    ...['partNumber=0', 'redirect_uri=x', 'client_id=lecternweb', 'x-amz-copy-source=%'],
  ),
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code)),
  }),
)
const rest = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const target = fc.oneof(
  { weight: 8, arbitrary: rest.map((text) => `/${text}`) },
  { weight: 1, arbitrary: rest.map((text) => `http://${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('*', 'x', '/a'.repeat(5000), '/?'.padEnd(20_000, '%41')),
  },
)
const header = fc.tuple(
  fc.constantFrom(
    ...['authorization', 'range', 'cookie', 'if-none-match', 'if-modified-since', 'content-type'],
    ...['x-amz-target', 'x-amz-date', 'x-amz-copy-source', 'x-amz-tagging', 'x-forwarded-for'],
    ...['accept-encoding', 'origin', 'access-control-request-method', 'upgrade', 'te'],
    ...['constructor', '__proto__', 'tostring', 'x-api-key', 'expect', 'x-amz-meta-a'],
  ),
  fc.oneof(
    fc.constantFrom('', 'bytes=9-1', 'bytes=99999999999999999999-', 'Bearer good-a', 'a=%', '%'),
    fc.constantFrom('AWSCognitoIdentityProviderService.SignUp', 'AWS4-HMAC-SHA256 Credential=a'),
    fc.string({
      unit: fc.constantFrom('\t', ' ', ',', ';', '=', '"', '%', 'a', '0', '\x7e', '\x80', '\xff'),
    }),
  ),
)
const request = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'X'),
  target,
  headers: fc
    .tuple(
      fc.constantFrom('127.0.0.1', 'a b', '[', '', 'a/../b', '\xff', 'x'.repeat(300)),
      fc.array(header, { maxLength: 6 }),
    )
    .map(([name, others]): RawRequest['headers'] => [['host', name], ...others]),
  body: fc.constantFrom('', '{', '[]', 'null', '{"__proto__":{}}', 'a=%&%=b', '['.repeat(50_000)),
})

/** No fault of a server, whatever was asked; S3 says 501 of what it does not offer. */
const isNoFault = (status: number) => (status >= 200 && status < 500) || status === 501

describe('whatever a client sends, no fault of a server is the answer', () => {
  it.each([
    ['the edge', () => site.url],
    ['the gateway', () => gateway.url],
    ['S3', () => s3.url],
    ['Cognito', () => cognito.url],
  ])('of %s', async (_, url) => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        expect(await sendRaw(url(), asked)).toSatisfy(isNoFault)
      }),
      { numRuns: 400 },
    )
  })

  it('of S3, to whom may ask', async () => {
    const client = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials })
    const presigner = new S3RequestPresigner({ ...client.config, region: 'us-east-1' })
    const { hostname, port } = new URL(s3.url)
    const key = fc.string({ unit: 'binary', maxLength: 20 })
    const parameter = fc.constantFrom(
      ...['uploads', 'uploadId', 'partNumber', 'tagging', 'delete', 'list-type', 'max-keys'],
      ...['continuation-token', 'prefix', 'delimiter', 'start-after', 'encoding-type', 'location'],
    )
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'HEAD', 'PUT', 'POST', 'DELETE'),
        key,
        fc.dictionary(parameter, fc.oneof(key, fc.constantFrom('', '0', '1', '-1', '1e9', 'NaN'))),
        request,
        async (method, name, query, { body, headers }) => {
          const signed = await presigner.presign({
            method,
            protocol: 'http:',
            hostname,
            port: Number(port),
            path: `/content/${encodeURIComponent(name.toWellFormed())}`,
            query: Object.fromEntries(Object.entries(query).map(([k, v]) => [k, v.toWellFormed()])),
            headers: { host: `${hostname}:${port}` },
          } as never)
          const text = Object.entries(signed.query ?? {}).map(
            ([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(String(v))}`,
          )
          const status = await sendRaw(s3.url, {
            method,
            target: `${signed.path}?${text.join('&')}`,
            headers: [
              ['host', `${hostname}:${port}`],
              ...headers.slice(1).filter(([n]) => n !== 'authorization'),
            ],
            body,
          })
          expect(status).toSatisfy(isNoFault)
        },
      ),
      { numRuns: 400 },
    )
  })
})
