import type { Accounts, AuthenticationResult } from './accounts.ts'
import type { AuthorizationCodes } from './authorization-codes.ts'
import { type DemoAccounts, errorPage, loginPage, signUpPage } from './login-page.ts'
import { signUp } from './sign-up.ts'
import { readClaims, type Tokens } from './tokens.ts'

export interface OAuthRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** The fields of a posted form. */
  readonly form: URLSearchParams
  readonly authorization: string | undefined
}

export interface OAuthAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface OAuthOptions {
  readonly accounts: Accounts
  readonly codes: AuthorizationCodes
  readonly tokens: Tokens
  readonly clientId: string
  readonly siteUrl: string
  readonly demoAccounts: DemoAccounts
}

/** Cognito's managed login and its OAuth endpoints; undefined for any other path. */
export async function answerOAuth(
  options: OAuthOptions,
  request: OAuthRequest,
): Promise<OAuthAnswer | undefined> {
  const route = `${request.method} ${request.path}`
  if (route === 'GET /oauth2/authorize' || route === 'GET /login')
    return showLogin(options, request)
  if (route === 'POST /oauth2/authorize') return signIn(options, request)
  if (request.path === '/signup') return makeAccount(options, request)
  if (route === 'POST /oauth2/token') return giveTokens(options, request)
  if (request.path === '/oauth2/userInfo') return userInfo(options, request)
  if (route === 'POST /oauth2/revoke') return revoke(options, request)
  if (route === 'GET /logout') return signOut(options, request)
  return undefined
}

function showLogin(options: OAuthOptions, { query }: OAuthRequest): OAuthAnswer {
  return (
    refusal(options, query) ??
    page(options, 200, loginPage({ query, accounts: options.demoAccounts }))
  )
}

async function makeAccount(options: OAuthOptions, request: OAuthRequest): Promise<OAuthAnswer> {
  const { method, query, form } = request
  const refused = refusal(options, query)
  if (refused) return refused
  if (method !== 'POST') return page(options, 200, signUpPage({ query }))
  const field = (name: string) => form.get(name) ?? ''
  const filled = { username: field('username'), name: field('name') }
  const error = await signUp(options.accounts, { ...filled, password: field('password') })
  return error
    ? page(options, 400, signUpPage({ query, ...filled, error }))
    : signIn(options, request)
}

async function signIn(options: OAuthOptions, { query, form }: OAuthRequest): Promise<OAuthAnswer> {
  const refused = refusal(options, query)
  if (refused) return refused
  const username = form.get('username') ?? ''
  const result = await options.accounts.signIn(username, form.get('password') ?? '')
  if (!result) {
    const error = 'The email address or the password is wrong. Check both and try again.'
    return page(options, 401, loginPage({ query, accounts: options.demoAccounts, username, error }))
  }
  const redirectUri = query.get('redirect_uri') ?? ''
  const code = options.codes.issue({
    result,
    redirectUri,
    challenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce') ?? undefined,
  })
  return redirect(redirectUri, { code, state: query.get('state') })
}

/** Why an authorization request is not served. An address that is not registered is never followed. */
function refusal(options: OAuthOptions, query: URLSearchParams): OAuthAnswer | undefined {
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== options.clientId)
    return page(options, 400, errorPage('The application that asked to sign in is not known here.'))
  if (redirectUri !== `${options.siteUrl}/auth/callback`)
    return page(
      options,
      400,
      errorPage(
        'The address to return to is not registered. Open the site and sign in from there.',
      ),
    )
  const refuse = (error: string, description: string) =>
    redirect(redirectUri, { error, error_description: description, state: query.get('state') })
  if (query.get('response_type') !== 'code')
    return refuse('unsupported_response_type', 'Only the code flow is served.')
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge'))
    return refuse('invalid_request', 'The code flow needs PKCE with S256.')
  return undefined
}

async function giveTokens(options: OAuthOptions, { form }: OAuthRequest): Promise<OAuthAnswer> {
  if (form.get('client_id') !== options.clientId) return json(400, { error: 'invalid_client' })
  const type = form.get('grant_type')
  if (type === 'authorization_code') {
    const grant = options.codes.redeem(
      form.get('code') ?? '',
      form.get('code_verifier') ?? '',
      form.get('redirect_uri') ?? '',
    )
    if (!grant) return json(400, { error: 'invalid_grant' })
    const { result, nonce } = grant
    if (!nonce) return json(200, tokenBody(result))
    const id = options.tokens.issue({ ...readClaims(result.IdToken), nonce })
    return json(200, tokenBody({ ...result, IdToken: id }))
  }
  if (type === 'refresh_token') {
    const result = await options.accounts.refresh(form.get('refresh_token') ?? '')
    return result ? json(200, tokenBody(result)) : json(400, { error: 'invalid_grant' })
  }
  return json(400, { error: 'unsupported_grant_type' })
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html */
async function revoke(
  { accounts, clientId }: OAuthOptions,
  { form }: OAuthRequest,
): Promise<OAuthAnswer> {
  const token = form.get('token')
  if (!token) return json(400, { error: 'invalid_request' })
  if (form.get('client_id') !== clientId) return json(400, { error: 'invalid_client' })
  await accounts.revoke(token)
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: '' }
}

const tokenBody = (result: AuthenticationResult) => ({
  id_token: result.IdToken,
  access_token: result.AccessToken,
  ...(result.RefreshToken && { refresh_token: result.RefreshToken }),
  expires_in: result.ExpiresIn,
  token_type: 'Bearer',
})

async function userInfo(options: OAuthOptions, request: OAuthRequest): Promise<OAuthAnswer> {
  const token = request.authorization?.replace(/^Bearer\s+/i, '') ?? ''
  try {
    const claims = options.tokens.verify(token)
    if (claims.token_use !== 'access') throw new Error('Not an access token.')
    const username = String(claims.username)
    return json(200, { ...(await options.accounts.attributes(username)), username })
  } catch {
    // Why a token is not believed is not told to who holds it.
    return json(401, { error: 'invalid_token' })
  }
}

function signOut(options: OAuthOptions, { query }: OAuthRequest): OAuthAnswer {
  const target = query.get('logout_uri') ?? ''
  const registered = [options.siteUrl, `${options.siteUrl}/`]
  if (query.get('client_id') !== options.clientId || !registered.includes(target))
    return page(
      options,
      400,
      errorPage('The address to return to is not registered. You may close this page.'),
    )
  return { status: 302, headers: { location: target, 'cache-control': 'no-store' }, body: '' }
}

function redirect(to: string, parameters: Record<string, string | null>): OAuthAnswer {
  const url = new URL(to)
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.set(name, value)
  return { status: 302, headers: { location: url.href, 'cache-control': 'no-store' }, body: '' }
}

const page = ({ siteUrl }: OAuthOptions, status: number, body: string): OAuthAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    // The form's answer redirects to the site, which counts as the form's action too.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${siteUrl}; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
  },
  body,
})

const json = (status: number, body: unknown): OAuthAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
})
