import { createHash, createHmac } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import { expect, test } from 'vitest'
import { createValkeyCredentials } from '#adapters/cache/valkey-credentials'

const NOW = Date.UTC(2026, 10, 27, 9, 5, 3, 7)
const keys = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret/of+the=role',
  AWS_SESSION_TOKEN: 'a token/with+signs=and*more',
}
const nodes = { id: 'lectern-test-functions', cache: 'lectern-test', isServerless: false }
const serverless = { ...nodes, isServerless: true }

/** As the SDK signs the same request. */
async function signedBySdk(user: typeof nodes, sessionToken?: string): Promise<URLSearchParams> {
  const signer = new SignatureV4({
    service: 'elasticache',
    region: keys.AWS_REGION,
    credentials: {
      accessKeyId: keys.AWS_ACCESS_KEY_ID,
      secretAccessKey: keys.AWS_SECRET_ACCESS_KEY,
      ...(sessionToken && { sessionToken }),
    },
    sha256: class {
      #hash
      constructor(secret?: unknown) {
        this.#hash =
          secret instanceof Uint8Array || typeof secret === 'string'
            ? createHmac('sha256', secret)
            : createHash('sha256')
      }
      update(data: Uint8Array) {
        this.#hash.update(data)
      }
      async digest() {
        return new Uint8Array(this.#hash.digest())
      }
      reset() {}
    },
  })
  const { query } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: user.cache,
      path: '/',
      headers: { host: user.cache },
      query: {
        Action: 'connect',
        User: user.id,
        ...(user.isServerless && { ResourceType: 'ServerlessCache' }),
      },
    },
    { expiresIn: 900, signingDate: new Date(NOW) },
  )
  return new URLSearchParams(Object.entries(query ?? {}).map(([name, value]) => [name, `${value}`]))
}

const partsOf = (password: string) => {
  const [host = '', query = ''] = password.split('/?')
  return { host, query: new URLSearchParams(query) }
}
const sorted = (query: URLSearchParams) => [...query].sort()

test.each([
  ['nodes, with a role’s keys', nodes, keys.AWS_SESSION_TOKEN],
  ['a serverless cache, with a role’s keys', serverless, keys.AWS_SESSION_TOKEN],
  ['nodes, with keys that last', nodes, undefined],
])('the token for %s is what the SDK’s signer makes', async (_, user, sessionToken) => {
  const { username, password } = createValkeyCredentials(
    user,
    { ...keys, AWS_SESSION_TOKEN: sessionToken },
    () => NOW,
  )()
  expect(username).toBe(user.id)
  const { host, query } = partsOf(password)
  expect(host).toBe(user.cache)
  expect(sorted(query)).toEqual(sorted(await signedBySdk(user, sessionToken)))
})

test('the token has the documented shape', () => {
  const { password } = createValkeyCredentials(serverless, keys, () => NOW)()
  expect(password).toMatch(/^lectern-test\/\?Action=connect&ResourceType=ServerlessCache&User=/)
  expect(Object.fromEntries(partsOf(password).query)).toMatchObject({
    User: 'lectern-test-functions',
    'X-Amz-Credential': 'ASIAEXAMPLE/20261127/eu-west-1/elasticache/aws4_request',
    'X-Amz-Date': '20261127T090503Z',
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Security-Token': keys.AWS_SESSION_TOKEN,
  })
})

test('each token is made anew, with the keys of that moment', () => {
  let now = NOW
  const environment = { ...keys }
  const sign = createValkeyCredentials(nodes, environment, () => now)
  const before = sign()
  expect(sign()).toEqual(before)
  now += 1_000
  const later = sign()
  expect(later.password).not.toBe(before.password)
  environment.AWS_SECRET_ACCESS_KEY = 'another'
  expect(sign().password).not.toBe(later.password)
})

test('without keys it says which is missing', () => {
  expect(() => createValkeyCredentials(nodes, { ...keys, AWS_REGION: undefined })()).toThrow(
    'AWS_REGION is not set',
  )
})
