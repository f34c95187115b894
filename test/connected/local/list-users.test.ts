import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccounts } from '#adapters/identity/accounts'
import { type Cognito, startCognito } from '#local/cognito/server'
import { freePort } from '#test/support/free-port'

const dataDir = mkdtempSync(join(tmpdir(), 'cognito-list-'))
let cognito: Cognito
let client: CognitoIdentityProviderClient
let ada = ''

beforeAll(async () => {
  cognito = await startCognito({
    port: await freePort(),
    dataDir,
    siteUrl: 'http://127.0.0.1:4998',
  })
  const password = 'Analytical-1843'
  const person = (username: string, name: string) =>
    cognito.ensureUser({ username, name, password, groups: [] })
  ada = (await person('ada@lectern.local', 'Ada Lovelace')).sub
  await person('grace@lectern.local', 'Grace "Amazing" Hopper')
  client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern' },
  })
})
afterAll(async () => {
  client.destroy()
  await cognito.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const list = async (Filter?: string, Limit?: number) => {
  const input = { UserPoolId: cognito.userPoolId, Filter, Limit }
  const { Users = [] } = await client.send(new ListUsersCommand(input))
  return Users.map(({ Attributes = [] }) => Attributes.find(({ Name }) => Name === 'name')?.Value)
}
const GRACE = 'Grace "Amazing" Hopper'

test('lists by a filter of one attribute, whole or how it begins', async () => {
  expect((await list()).sort()).toEqual(['Ada Lovelace', GRACE])
  expect(await list('email = "grace@lectern.local"')).toEqual([GRACE])
  expect(await list('email ^= "ada"')).toEqual(['Ada Lovelace'])
  expect(await list('name = "Grace \\"Amazing\\" Hopper"')).toEqual([GRACE])
  expect(await list('email = "ada"')).toEqual([])
  expect(await list(undefined, 1)).toHaveLength(1)
})

test.each([
  ['email = ada@lectern.local', undefined],
  ['email = "a" or email = "b"', undefined],
  ['custom:age = "3"', undefined],
  [`email = "${'a'.repeat(256)}"`, undefined],
  [undefined, 61],
])('refuses as Cognito does: %s, %s', async (filter, limit) => {
  await expect(list(filter, limit)).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

test('is what accounts are found by', async () => {
  const accounts = createAccounts(client, cognito.userPoolId)
  const found = { userId: ada, name: 'Ada Lovelace' }
  expect(await accounts.byAddress('Ada@Lectern.LOCAL')).toEqual(found)
  expect(await accounts.byId(ada)).toEqual(found)
  expect(await accounts.byAddress('nobody@lectern.local')).toBeNull()
  expect(await accounts.byAddress('"; drop@lectern.local')).toBeNull()
})
