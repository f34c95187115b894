import { createVerify, generateKeyPairSync } from 'node:crypto'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createContentSigner } from '#adapters/edge/content-signer'

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const secrets = mockClient(SecretsManagerClient)
const answer = { SecretString: JSON.stringify({ privateKeys: { 1: privateKey } }) }
beforeEach(() => {
  secrets.on(GetSecretValueCommand).resolves(answer)
})
afterEach(() => secrets.reset())

const newSigner = () =>
  createContentSigner({
    client: new SecretsManagerClient({ region: 'us-east-1' }),
    secretArn: 'arn:secret',
    generation: '1',
    keyPairId: 'K1',
  })

/** CloudFront's own alphabet in place of `+`, `=` and `/`. */
const bytesOf = (text = '') =>
  Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64')
const policyOf = (cookies: Readonly<Record<string, string>>) => {
  const bytes = bytesOf(cookies['CloudFront-Policy'])
  const signature = bytesOf(cookies['CloudFront-Signature'])
  expect(createVerify('RSA-SHA1').update(bytes).verify(keyPair.publicKey, signature)).toBe(true)
  const [statement] = JSON.parse(bytes.toString()).Statement
  return { resource: statement.Resource, end: statement.Condition.DateLessThan['AWS:EpochTime'] }
}

it('signs what opens the prefix of the host until the end that is asked, and for less than five minutes more', async () => {
  const signer = newSigner()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('a.example', 'b.example'),
      fc.constantFrom('content/one/1/member/', 'content/two/1/member/'),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2026-01-02'), noInvalidDate: true }),
      async (host, prefix, until) => {
        const { resource, end } = policyOf(await signer.sign(host, prefix, until))
        expect(resource).toBe(`https://${host}/${prefix}*`)
        expect(end).toBeGreaterThanOrEqual(until.getTime() / 1000)
        expect(end).toBeLessThan(until.getTime() / 1000 + 300)
      },
    ),
    { numRuns: 60 },
  )
})

it('signs once for all who open a prefix within five minutes', async () => {
  const signer = newSigner()
  const sign = (host: string, prefix: string, at: string) =>
    signer.sign(host, prefix, new Date(`2026-01-01T${at}Z`))
  const first = await sign('a.example', 'content/one/', '10:00:01')
  expect(await sign('a.example', 'content/one/', '10:04:59')).toBe(first)
  expect(await sign('a.example', 'content/one/', '10:05:00')).toBe(first)
  expect(await sign('a.example', 'content/one/', '10:05:01')).not.toBe(first)
  expect(await sign('a.example', 'content/two/', '10:00:01')).not.toBe(first)
  expect(await sign('b.example', 'content/one/', '10:00:01')).not.toBe(first)
})

it('keeps no more than 1,000 signatures', async () => {
  const signer = newSigner()
  const until = new Date('2026-01-01T10:00:00Z')
  const sign = (n: number) => signer.sign('a.example', `content/${n}/`, until)
  const first = await sign(0)
  for (let n = 1; n < 1_000; n += 1) await sign(n)
  expect(await sign(0)).toBe(first)
  await sign(1_000)
  expect(await sign(0)).not.toBe(first)
}, 30_000)

it('asks for the key once, and again after that failed', async () => {
  const signer = newSigner()
  const until = new Date('2026-01-01T10:00:00Z')
  secrets.on(GetSecretValueCommand).rejectsOnce(new Error('throttled')).resolves(answer)
  await expect(signer.sign('a.example', 'content/one/', until)).rejects.toThrow('throttled')
  await signer.sign('a.example', 'content/one/', until)
  await signer.sign('a.example', 'content/two/', until)
  expect(secrets.calls()).toHaveLength(2)
})
