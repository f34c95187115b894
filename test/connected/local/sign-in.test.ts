import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JwtRsaVerifier } from 'aws-jwt-verify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Cognito, startCognito } from '#local/cognito/server'
import { freePort } from '#test/support/free-port'
import { revokeToken } from '#web/people/revoke-token.ts'

const siteUrl = 'http://127.0.0.1:4999'
const redirectUri = `${siteUrl}/auth/callback`
const author = {
  username: 'ada@lectern.local',
  password: 'Analytical-1843',
  name: 'Ada Lovelace',
  groups: ['author'],
}
const TokenBody = z.object({
  id_token: z.string(),
  access_token: z.string(),
  refresh_token: z.string().optional(),
})

const dataDir = mkdtempSync(join(tmpdir(), 'cognito-'))
let cognito: Cognito
let port = 0

beforeAll(async () => {
  port = await freePort()
  cognito = await startCognito({
    port,
    dataDir,
    siteUrl,
    groups: author.groups,
    accounts: { author },
  })
  await cognito.ensureUser(author)
})

afterAll(async () => {
  await cognito.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const authorizeUrl = (challenge: string, changes: Record<string, string> = {}) =>
  `${cognito.loginUrl}/oauth2/authorize?${new URLSearchParams({
    client_id: cognito.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: 'st4te',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...changes,
  })}`

const pkce = () => {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

const submit = (challenge: string, password: string) =>
  fetch(authorizeUrl(challenge), {
    method: 'POST',
    body: new URLSearchParams({ username: author.username, password }),
    redirect: 'manual',
  })

const token = (fields: Record<string, string>) =>
  fetch(`${cognito.url}/oauth2/token`, {
    method: 'POST',
    headers: { origin: siteUrl },
    body: new URLSearchParams({ client_id: cognito.clientId, ...fields }),
  })

const signIn = async () => {
  const { verifier, challenge } = pkce()
  const answer = await submit(challenge, author.password)
  const location = new URL(answer.headers.get('location') ?? 'about:blank')
  const code = location.searchParams.get('code') ?? ''
  const fields = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  }
  return { location, fields, response: await token(fields) }
}

describe('signing up', () => {
  const signUp = (fields: Record<string, string>) =>
    fetch(authorizeUrl(pkce().challenge).replace('/oauth2/authorize', '/signup'), {
      method: 'POST',
      body: new URLSearchParams({ password: 'Lovelace-and-more', ...fields }),
      redirect: 'manual',
    })

  test('the form asks for the name, and makes no account without one', async () => {
    const form = await fetch(authorizeUrl(pkce().challenge).replace('/oauth2/authorize', '/signup'))
    expect(await form.text()).toMatch(/<input id="name" [^>]*required/)
    const answer = await signUp({ username: 'new@lectern.local', name: ' ' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Enter your name.')
  })

  test('a new person is signed in and named; the same address makes no second account', async () => {
    const person = { username: 'new@lectern.local', name: 'Nia New' }
    const answer = await signUp(person)
    expect(answer.headers.get('location')).toMatch(/\/auth\/callback\?code=/)
    const again = await signUp(person)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('There is an account with this email address.')
  })

  test('the API refuses a sign-up without the name, as Cognito does', async () => {
    const answer = await fetch(cognito.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
      },
      body: JSON.stringify({
        ClientId: cognito.clientId,
        Username: 'no-name@lectern.local',
        Password: 'Lovelace-1815',
        UserAttributes: [{ Name: 'email', Value: 'no-name@lectern.local' }],
      }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ __type: 'InvalidParameterException' })
  })
})

describe('signing in by OpenID Connect', () => {
  test('discovery names the addresses of this installation', async () => {
    const discovery = await fetch(`${cognito.issuer}/.well-known/openid-configuration`)
    expect(await discovery.json()).toMatchObject({
      issuer: cognito.issuer,
      authorization_endpoint: `http://127.0.0.1:${port}/oauth2/authorize`,
      jwks_uri: `${cognito.issuer}/.well-known/jwks.json`,
    })
  })

  test('the right password leads back to the site with a code, and the code to tokens of that person', async () => {
    const { location, response } = await signIn()
    expect(`${location.origin}${location.pathname}`).toBe(redirectUri)
    expect(location.searchParams.get('state')).toBe('st4te')
    expect(response.headers.get('access-control-allow-origin')).toBe(siteUrl)
    const tokens = TokenBody.parse(await response.json())

    const verifier = JwtRsaVerifier.create({
      issuer: cognito.issuer,
      audience: cognito.clientId,
      jwksUri: `${cognito.issuer}/.well-known/jwks.json`,
    })
    verifier.cacheJwks(
      z
        .object({
          keys: z.array(
            z.object({
              kty: z.literal('RSA'),
              kid: z.string(),
              n: z.string(),
              e: z.string(),
              alg: z.literal('RS256'),
              use: z.literal('sig'),
            }),
          ),
        })
        .parse(await (await fetch(`${cognito.issuer}/.well-known/jwks.json`)).json()),
    )
    expect(await verifier.verify(tokens.id_token)).toMatchObject({
      email: author.username,
      name: author.name,
      'cognito:groups': ['author'],
    })
    expect((await cognito.verifyToken(tokens.id_token)).sub).toBeTypeOf('string')
    const info = await fetch(`${cognito.url}/oauth2/userInfo`, {
      headers: { authorization: `Bearer ${tokens.access_token}` },
    })
    expect(await info.json()).toMatchObject({ email: author.username, name: author.name })
  })

  test('a refresh token brings new tokens, and a made-up one does not', async () => {
    const { response } = await signIn()
    const { refresh_token: refreshToken = '' } = TokenBody.parse(await response.json())
    const renewed = await token({ grant_type: 'refresh_token', refresh_token: refreshToken })
    const { id_token: idToken } = TokenBody.parse(await renewed.json())
    expect((await cognito.verifyToken(idToken)).email).toBe(author.username)
    expect((await token({ grant_type: 'refresh_token', refresh_token: 'made-up' })).status).toBe(
      400,
    )
  })

  test('who signs out leaves a refresh token that brings nothing more', async () => {
    const { response } = await signIn()
    const { refresh_token: refreshToken = '' } = TokenBody.parse(await response.json())
    const renew = () => token({ grant_type: 'refresh_token', refresh_token: refreshToken })
    await revokeToken({ ...cognito, clientId: 'another' }, refreshToken)
    expect((await renew()).status).toBe(200)
    await revokeToken(cognito, refreshToken)
    expect(await (await renew()).json()).toEqual({ error: 'invalid_grant' })
  })

  test('the tokens of Cognito’s own API are those of this installation too', async () => {
    const answer = await fetch(cognito.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      body: JSON.stringify({
        ClientId: cognito.clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: author.username, PASSWORD: author.password },
      }),
    })
    const { AuthenticationResult: result } = z
      .object({ AuthenticationResult: z.object({ IdToken: z.string() }) })
      .parse(await answer.json())
    expect((await cognito.verifyToken(result.IdToken)).name).toBe(author.name)
  })

  test('a wrong password is told in a sentence, and gives no code', async () => {
    const answer = await submit(pkce().challenge, 'Difference-1822')
    expect(answer.status).toBe(401)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('The email address or the password is wrong.')
  })

  test('a code is good once, and only with the verifier it was asked for', async () => {
    const { fields } = await signIn()
    expect((await token(fields)).status).toBe(400)
    const { challenge } = pkce()
    const answer = await submit(challenge, author.password)
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? ''
    expect((await token({ ...fields, code })).status).toBe(400)
  })

  test('sign-in and sign-out never lead to an address that is not registered', async () => {
    const elsewhere = 'http://evil.example/auth/callback'
    const login = await fetch(authorizeUrl(pkce().challenge, { redirect_uri: elsewhere }), {
      redirect: 'manual',
    })
    expect(login.status).toBe(400)
    const logout = (target: string) =>
      fetch(
        `${cognito.loginUrl}/logout?${new URLSearchParams({ client_id: cognito.clientId, logout_uri: target })}`,
        { redirect: 'manual' },
      )
    expect((await logout(elsewhere)).status).toBe(400)
    expect((await logout(`${siteUrl}/`)).headers.get('location')).toBe(`${siteUrl}/`)
  })

  test('a token whose claims were changed, or an access token, is not believed', async () => {
    const { response } = await signIn()
    const { id_token: idToken, access_token: accessToken } = TokenBody.parse(await response.json())
    const [head, , signature] = idToken.split('.')
    const claims = { ...(await cognito.verifyToken(idToken)), 'cognito:groups': ['admin'] }
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
    await expect(cognito.verifyToken(forged)).rejects.toThrow('not signed here')
    await expect(cognito.verifyToken(accessToken)).rejects.toThrow('not an ID token')
  })

  test('people are still there after a restart', async () => {
    const { sub } = await cognito.ensureUser(author)
    await cognito.close()
    cognito = await startCognito({ port, dataDir, siteUrl })
    const { response } = await signIn()
    const { id_token: idToken } = TokenBody.parse(await response.json())
    expect((await cognito.verifyToken(idToken)).sub).toBe(sub)
  })
})
