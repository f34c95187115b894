import { createServer, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import type { CloudFormationCustomResourceEvent } from 'aws-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createContentSigner } from '#adapters/edge/content-signer'
import { generationsOf } from '#lib/constructs/generations'
import { checkSignedAccess, type TrustedKey } from '#local/edge/signed-access'

const HOST = 'learn.example.org'
const A = 'crs_A'
const B = 'crs_B'

interface Answer {
  readonly Status: string
  readonly Reason?: string
  readonly Data?: { readonly PublicKey: string }
}

let secret: string | undefined
let cloudFormation: Server
let answers: Answer[]
let handler: (event: CloudFormationCustomResourceEvent) => Promise<void>
const secrets = mockClient(SecretsManagerClient)

beforeAll(async () => {
  process.env.SIGNING_SECRET_ARN = 'arn:secret'
  handler = (await import('#functions/signing-key/index')).handler
  cloudFormation = createServer(async (request, response) => {
    answers.push((await json(request)) as Answer)
    response.end()
  })
  await new Promise<void>((done) => cloudFormation.listen(0, '127.0.0.1', done))
})
afterAll(() => cloudFormation.close())
beforeEach(() => {
  // As CloudFormation makes it: JSON without a key.
  secret = '{"placeholder":"x"}'
  answers = []
  secrets.reset()
  secrets.on(GetSecretValueCommand).callsFake(() => {
    if (secret !== undefined) return { SecretString: secret }
    throw new ResourceNotFoundException({ message: 'none', $metadata: {} })
  })
  secrets.on(PutSecretValueCommand).callsFake(({ SecretString }) => {
    secret = SecretString
  })
})

const tell = async (RequestType: 'Create' | 'Update' | 'Delete', generation: number) => {
  const address = cloudFormation.address()
  const event = {
    StackId: 'arn:stack',
    RequestId: 'request-1',
    LogicalResourceId: `Pair${generation}`,
    PhysicalResourceId: 'pair',
    ResourceType: 'Custom::LecternSigningKey',
    ServiceToken: 'arn',
    OldResourceProperties: { ServiceToken: 'arn' },
    ResponseURL: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
    ResourceProperties: { ServiceToken: 'arn', Generation: String(generation) },
  }
  await handler({ ...event, RequestType } as CloudFormationCustomResourceEvent)
  const answer = answers.at(-1)
  expect(answer).toMatchObject({ Status: 'SUCCESS' })
  return answer?.Data?.PublicKey ?? ''
}

/** What a deployment does: new keys, the key group of them and of what stays, then what is no more. */
const deploy = async (generation: number): Promise<TrustedKey[]> => {
  const keys = []
  for (const one of generationsOf(generation).toReversed())
    keys.push({ keyPairId: `K${one}`, publicKeyPem: await tell('Create', one) })
  if (generation > 2) await tell('Delete', generation - 2)
  return keys
}

const sign = (generation: number, courseId = A) =>
  createContentSigner({
    client: new SecretsManagerClient({ region: 'us-east-1' }),
    secretArn: 'arn:secret',
    generation: String(generation),
    keyPairId: `K${generation}`,
  }).sign(HOST, `content/${courseId}/`, new Date(Date.now() + 60_000))

const opens = (cookies: Record<string, string>, keys: readonly TrustedKey[], path: string) =>
  checkSignedAccess({
    address: `https://${HOST}${path}`,
    cookies: new Map(Object.entries(cookies)),
    keys,
  }).allowed

const ofA = `/content/${A}/versions/1/outline.json`

test('cookies of before a rotation live to their end, and the newer key signs at once', async () => {
  const first = await deploy(1)
  const before = await sign(1)
  expect(opens(before, first, ofA)).toBe(true)

  const second = await deploy(2)
  const after = await sign(2)
  expect(after['CloudFront-Key-Pair-Id']).toBe('K2')
  for (const cookies of [before, after]) expect(opens(cookies, second, ofA)).toBe(true)
  // A function of the release before, which is still running.
  expect(opens(await sign(1), second, ofA)).toBe(true)
  // What the newer key signed means nothing to an edge that knows the older alone.
  expect(opens(after, first, ofA)).toBe(false)
})

test('after the next rotation the key of two before is gone, from the secret too', async () => {
  await deploy(1)
  const cookies = await sign(1)
  await deploy(2)
  const third = await deploy(3)
  expect(opens(cookies, third, ofA)).toBe(false)
  expect(opens(await sign(2), third, ofA)).toBe(true)
  expect(Object.keys(JSON.parse(secret ?? '{}').privateKeys)).toEqual(['2', '3'])
  await expect(sign(1)).rejects.toThrow('The secret has no signing key of generation 1.')
})

test('a resource that is told twice answers the same key', async () => {
  const key = await tell('Create', 1)
  expect(await tell('Update', 1)).toBe(key)
})

test('the end of the whole stack is no failure, whether the secret still is there or not', async () => {
  secret = undefined
  await tell('Delete', 1)
  expect(secret).toBeUndefined()
})

test('a course’s cookies open no other course, whichever key signed and however the address is written', async () => {
  await deploy(1)
  const keys = await deploy(2)
  for (const generation of [1, 2]) {
    const cookies = await sign(generation)
    expect(opens(cookies, keys, ofA)).toBe(true)
    for (const path of [
      `/content/${B}/versions/1/outline.json`,
      `/content/${B}/versions/1/outline.json?/content/${A}/`,
      `/content/${B}/x?https://${HOST}/content/${A}/x`,
      `/content/${B}/x#https://${HOST}/content/${A}/x`,
      `/content/${A}`,
      `/content/${A}x/versions/1/outline.json`,
      `//${HOST}/content/${A}/x`,
      `/content/${B}/../${A}/x`,
    ])
      expect(opens(cookies, keys, path), path).toBe(false)
  }
})
