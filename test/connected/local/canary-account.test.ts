import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureLearner, forgetLearner } from '#adapters/identity/ensure-learner'
import { type Cognito, startCognito } from '#local/cognito/server'
import { freePort } from '#test/support/free-port'

const dataDir = mkdtempSync(join(tmpdir(), 'cognito-'))
let cognito: Cognito
let client: CognitoIdentityProviderClient

beforeAll(async () => {
  cognito = await startCognito({
    port: await freePort(),
    dataDir,
    siteUrl: 'http://127.0.0.1:4999',
    groups: [],
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

const username = 'canary@lectern.invalid'
const ensure = (password: string) =>
  ensureLearner(client, { userPoolId: cognito.userPoolId, username, password, name: 'Canary' })
const forget = () => forgetLearner(client, { userPoolId: cognito.userPoolId, username })
const signIn = async (password: string) => {
  const { AuthenticationResult } = await client.send(
    new InitiateAuthCommand({
      ClientId: cognito.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: username, PASSWORD: password },
    }),
  )
  return AuthenticationResult?.IdToken !== undefined
}
const accounts = async () => {
  const { Users = [] } = await client.send(new ListUsersCommand({ UserPoolId: cognito.userPoolId }))
  return Users.map(({ UserStatus }) => UserStatus)
}

test('the canary’s account signs in with its password at once, and with a new one after the next deployment', async () => {
  await ensure('First-password-1843')
  expect(await accounts()).toEqual(['CONFIRMED'])
  expect(await signIn('First-password-1843')).toBe(true)
  await ensure('Second-password-1843')
  expect(await accounts()).toEqual(['CONFIRMED'])
  expect(await signIn('Second-password-1843')).toBe(true)
  await expect(signIn('First-password-1843')).rejects.toThrow()
})

test('it goes with its canary, and may be gone already', async () => {
  await ensure('First-password-1843')
  await forget()
  await forget()
  expect(await accounts()).toEqual([])
})
