import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  ListUserPoolClientsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cognito, startCognito } from '#local/cognito/server'
import { type Pool, removeMade, signInNew } from '#scripts/load/accounts'
import { freePort } from '#test/support/free-port'

const author = {
  username: 'ada@lectern.local',
  password: 'Analytical-1843',
  name: 'Ada Lovelace',
  groups: ['author'],
}
const dataDir = mkdtempSync(join(tmpdir(), 'cognito-'))
let server: Cognito
let pool: Pool

beforeAll(async () => {
  server = await startCognito({
    port: await freePort(),
    dataDir,
    siteUrl: 'http://127.0.0.1:4999',
    groups: author.groups,
    accounts: { author },
  })
  await server.ensureUser(author)
  const cognito = new CognitoIdentityProviderClient({
    region: 'us-east-1',
    endpoint: server.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  pool = { cognito, userPoolId: server.userPoolId }
})
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const emails = async () => {
  const { Users = [] } = await pool.cognito.send(
    new ListUsersCommand({ UserPoolId: pool.userPoolId }),
  )
  return Users.map(
    ({ Attributes = [] }) => Attributes.find(({ Name }) => Name === 'email')?.Value,
  ).toSorted()
}
const clients = async () => {
  const { UserPoolClients = [] } = await pool.cognito.send(
    new ListUserPoolClientsCommand({ UserPoolId: pool.userPoolId }),
  )
  return UserPoolClients.length
}

it('gives a load people of its own, and takes them and nobody else away, after a crash too', async () => {
  const before = { emails: await emails(), clients: await clients() }
  const tokens = await signInNew(pool, 3)
  await signInNew(pool, 2)
  const subjects = tokens.map((token) => {
    const [, payload = ''] = token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    expect(claims).toMatchObject({ token_use: 'id', email_verified: expect.anything() })
    return claims.sub
  })
  expect(new Set(subjects).size).toBe(3)
  expect(await emails()).toHaveLength(before.emails.length + 5)
  expect(await removeMade(pool)).toBe(5)
  expect({ emails: await emails(), clients: await clients() }).toEqual(before)
}, 60_000)
