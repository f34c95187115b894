import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  AdminConfirmSignUpCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureAdmin } from '#adapters/identity/ensure-admin'
import { type Cognito, startCognito } from '#local/cognito/server'
import { freePort } from '#test/support/free-port'

const dataDir = mkdtempSync(join(tmpdir(), 'cognito-'))
let cognito: Cognito
let client: CognitoIdentityProviderClient

beforeAll(async () => {
  const port = await freePort()
  cognito = await startCognito({
    port,
    dataDir,
    siteUrl: 'http://127.0.0.1:4999',
    groups: ['admin', 'author'],
  })
  client = new CognitoIdentityProviderClient({
    endpoint: cognito.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
  })
})

afterAll(async () => {
  client.destroy()
  await cognito.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const ensure = (email: string) =>
  ensureAdmin(client, { userPoolId: cognito.userPoolId, email, name: 'Ada Lovelace' })

const accountsOf = async (email: string) => {
  const { Users = [] } = await client.send(
    new ListUsersCommand({ UserPoolId: cognito.userPoolId, Filter: `email = "${email}"` }),
  )
  return Users
}

/** By the name that the pool gave the account: the stand-in lists no groups by address. */
const groupsOf = async (email: string) => {
  const [account] = await accountsOf(email)
  const user = { UserPoolId: cognito.userPoolId, Username: account?.Username }
  const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(user))
  return Groups.map(({ GroupName }) => GroupName)
}

const signUp = (email: string) =>
  client.send(
    new SignUpCommand({
      ClientId: cognito.clientId,
      Username: email,
      Password: 'Their-own-1843',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'name', Value: 'Their own' },
      ],
    }),
  )

test('the first administrator is made once, however often it is deployed', async () => {
  await ensure('ada@school.example')
  await ensure('ada@school.example')
  const [ada, ...others] = await accountsOf('ada@school.example')
  expect(others).toEqual([])
  expect(ada?.UserStatus).toBe('FORCE_CHANGE_PASSWORD')
  expect(ada?.Attributes).toEqual(
    expect.arrayContaining([
      { Name: 'name', Value: 'Ada Lovelace' },
      { Name: 'email_verified', Value: 'true' },
    ]),
  )
  expect(await groupsOf('ada@school.example')).toEqual(['admin'])
})

test('somebody who signed up before is put into the group and keeps their name', async () => {
  await signUp('lin@school.example')
  await client.send(
    new AdminConfirmSignUpCommand({
      UserPoolId: cognito.userPoolId,
      Username: 'lin@school.example',
    }),
  )
  await ensure('lin@school.example')
  expect(await groupsOf('lin@school.example')).toEqual(['admin'])
  const [lin] = await accountsOf('lin@school.example')
  expect(lin?.Attributes).toContainEqual({ Name: 'name', Value: 'Their own' })
})

test('whoever signed up with the address and never showed that it is theirs becomes nothing', async () => {
  await signUp('victim@school.example')
  await expect(ensure('victim@school.example')).rejects.toThrow(
    'Somebody signed up as victim@school.example and has not confirmed the address.',
  )
  expect(await groupsOf('victim@school.example')).toEqual([])
})
