import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { isObject, type Json, type JsonObject } from '#local/assembly/json'
import { listen, urlOf } from '#local/http/listen'
import { targetOf } from '#local/http/request-head'
import { type Accounts, createAccounts, type NewUser } from './accounts.ts'
import { createAuthorizationCodes } from './authorization-codes.ts'
import { type Engine, startEngine } from './engine.ts'
import { listUsers } from './list-users.ts'
import type { DemoAccounts } from './login-page.ts'
import { answerOAuth, type OAuthAnswer } from './oauth.ts'
import { refuseSignUp } from './sign-up.ts'
import { type Claims, openTokens, type Tokens, verifyIdToken } from './tokens.ts'

export interface CognitoOptions {
  readonly port: number
  /** Where pools, people and the token key are kept. */
  readonly dataDir: string
  /** The site's origin, without a slash at its end: the one place sign-in returns to. */
  readonly siteUrl: string
  /** As the templates' resources are known. @default "us-east-1_lectern" */
  readonly userPoolId?: string
  /** @default "lecternweb" */
  readonly clientId?: string
  /** Groups that people may be put into. @default none */
  readonly groups?: readonly string[]
  /** Further options of the pool, as Cognito's API names them. */
  readonly pool?: JsonObject
  /** Shown on the sign-in page as a hint, by role. */
  readonly accounts?: DemoAccounts
}

export interface Cognito {
  /** Cognito's API; also where the managed login stands. */
  readonly url: string
  readonly issuer: string
  readonly userPoolId: string
  readonly clientId: string
  readonly loginUrl: string
  /** The claims of a good ID token for this client; rejects any other. */
  verifyToken(token: string): Promise<Claims>
  ensureUser(user: NewUser): Promise<{ sub: string }>
  close(): Promise<void>
}

/** A user pool with its managed login and OpenID Connect endpoints, in front of cognito-local. */
export async function startCognito(options: CognitoOptions): Promise<Cognito> {
  const { port, dataDir, userPoolId = 'us-east-1_lectern', clientId = 'lecternweb' } = options
  const siteUrl = options.siteUrl.replace(/\/$/, '')
  mkdirSync(dataDir, { recursive: true })
  const url = urlOf(port)
  const issuer = `${url}/${userPoolId}`
  const tokens = openTokens(dataDir, issuer)
  const engine = await startEngine({
    dataDir,
    userPoolId,
    clientId,
    issuerBase: url,
    pool: options.pool ?? {},
  })
  const accounts = createAccounts({ engine, tokens, userPoolId, clientId })
  for (const group of options.groups ?? []) await accounts.ensureGroup(group)
  const codes = createAuthorizationCodes()
  const demoAccounts = options.accounts ?? {}
  const oauth = { accounts, codes, tokens, clientId, siteUrl, demoAccounts }

  const server = createServer(async (request, response) => {
    try {
      allowSite(siteUrl, request, response)
      if (request.method === 'OPTIONS')
        return send(response, { status: 204, headers: {}, body: '' })
      const target = targetOf(request)
      if (!target) return send(response, json(400, { message: 'Bad Request' }))
      const { pathname, searchParams } = target
      const body = await text(request)
      const answer =
        wellKnown(pathname, { url, issuer, userPoolId, tokens }) ??
        (await answerOAuth(oauth, {
          method: request.method ?? 'GET',
          path: pathname,
          query: searchParams,
          form: new URLSearchParams(body),
          authorization: request.headers.authorization,
        })) ??
        (await passOn(engine, accounts, request, body))
      send(response, answer)
    } catch (error) {
      console.error('cognito.request_failed', error)
      send(response, json(500, { message: 'The local sign-in service failed.' }))
    }
  })
  const listening = await listen(server, port).catch(async (error) => {
    await engine.close()
    throw error
  })

  return {
    url,
    issuer,
    userPoolId,
    clientId,
    loginUrl: url,
    verifyToken: async (token) => verifyIdToken(tokens, clientId, token),
    ensureUser: accounts.ensureUser,
    async close() {
      await listening.close()
      await engine.close()
    },
  }
}

function wellKnown(
  path: string,
  {
    url,
    issuer,
    userPoolId,
    tokens,
  }: { url: string; issuer: string; userPoolId: string; tokens: Tokens },
): OAuthAnswer | undefined {
  const base = `/${userPoolId}/.well-known`
  if (path === `${base}/jwks.json`) return json(200, tokens.jwks)
  if (path !== `${base}/openid-configuration`) return undefined
  return json(200, {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    authorization_endpoint: `${url}/oauth2/authorize`,
    token_endpoint: `${url}/oauth2/token`,
    userinfo_endpoint: `${url}/oauth2/userInfo`,
    revocation_endpoint: `${url}/oauth2/revoke`,
    end_session_endpoint: `${url}/logout`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['public'],
    scopes_supported: ['openid', 'email', 'profile'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
  })
}

/** Cognito's own API, its tokens signed again on the way out. */
async function passOn(
  engine: Engine,
  accounts: Accounts,
  request: IncomingMessage,
  body: string,
): Promise<OAuthAnswer> {
  const target = request.headers['x-amz-target']
  if (request.method !== 'POST' || typeof target !== 'string')
    return json(404, { message: 'There is nothing at this address.' })
  const input = readObject(body)
  const refused = input ? refuseSignUp(target, input) : { __type: 'SerializationException' }
  if (refused) return json(400, refused, 'application/x-amz-json-1.1')
  if (input && target.endsWith('.ListUsers')) {
    const listed = await listUsers(engine, input)
    return json('__type' in listed ? 400 : 200, listed, 'application/x-amz-json-1.1')
  }
  const answer = await fetch(engine.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body,
  })
  const found: Json = JSON.parse((await answer.text()) || '{}')
  if (answer.status >= 500) {
    // The engine fails where Cognito refuses: at what it does not know, and at what is left out.
    console.error('cognito.engine_failed', target, found)
    const __type =
      isObject(found) && found.__type === 'CognitoLocal#Unsupported'
        ? 'UnknownOperationException'
        : 'InvalidParameterException'
    return json(400, { ...(isObject(found) && found), __type }, 'application/x-amz-json-1.1')
  }
  const result =
    isObject(found) && isObject(found.AuthenticationResult)
      ? { ...found, AuthenticationResult: await accounts.reissue(found.AuthenticationResult) }
      : found
  return json(answer.status, result, 'application/x-amz-json-1.1')
}

function readObject(body: string): JsonObject | undefined {
  try {
    const input: Json = JSON.parse(body || '{}')
    return isObject(input) ? input : undefined
  } catch {
    return undefined
  }
}

/** The site reads discovery, keys and tokens from its own origin; no other origin may. */
function allowSite(siteUrl: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('vary', 'Origin')
  if (request.headers.origin !== siteUrl) return
  response.setHeader('access-control-allow-origin', siteUrl)
  response.setHeader('access-control-allow-methods', 'GET, POST')
  response.setHeader(
    'access-control-allow-headers',
    request.headers['access-control-request-headers'] ?? 'authorization, content-type',
  )
}

const json = (status: number, body: unknown, type = 'application/json'): OAuthAnswer => ({
  status,
  headers: { 'content-type': type },
  body: JSON.stringify(body),
})

function send(response: ServerResponse, { status, headers, body }: OAuthAnswer): void {
  response.writeHead(status, headers)
  response.end(body)
}
