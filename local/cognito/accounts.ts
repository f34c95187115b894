import { z } from 'zod'
import type { JsonObject } from '#local/assembly/json'
import { type Engine, EngineError } from './engine.ts'
import { type Claims, readClaims, type Tokens } from './tokens.ts'

export interface NewUser {
  /** An e-mail address. */
  readonly username: string
  readonly password: string
  readonly name: string
  readonly groups: readonly string[]
}

/** What a sign-in or a refresh answers, in Cognito's words. */
export interface AuthenticationResult {
  readonly IdToken: string
  readonly AccessToken: string
  readonly RefreshToken?: string | undefined
  readonly ExpiresIn: number
  readonly TokenType: 'Bearer'
}

export interface Accounts {
  /** Undefined when e-mail address or password is wrong. */
  signIn(username: string, password: string): Promise<AuthenticationResult | undefined>
  /** Undefined when the refresh token is not, or no longer, good. */
  refresh(refreshToken: string): Promise<AuthenticationResult | undefined>
  /** Ends a refresh token; one that is unknown has ended already. */
  revoke(refreshToken: string): Promise<void>
  /** The same tokens under this installation's own key, with the person's name. */
  reissue(result: unknown, scope?: string): Promise<AuthenticationResult>
  attributes(username: string): Promise<Record<string, string>>
  /** A person who may sign in at once; false, and nothing done, when the address has an account. */
  signUp(user: Omit<NewUser, 'groups'>): Promise<boolean>
  /** Makes what is missing; an existing person's password is left alone. */
  ensureUser(user: NewUser): Promise<{ sub: string }>
  ensureGroup(name: string): Promise<void>
}

const TOKEN_SECONDS = 3600

const EngineResult = z.object({
  IdToken: z.string(),
  AccessToken: z.string(),
  RefreshToken: z.string().optional(),
})

const SCOPE = 'openid email profile'

export function createAccounts(options: {
  engine: Engine
  tokens: Tokens
  userPoolId: string
  clientId: string
}): Accounts {
  const { engine, tokens, userPoolId, clientId } = options
  const inPool = (input: JsonObject): JsonObject => ({ UserPoolId: userPoolId, ...input })

  const attributes: Accounts['attributes'] = async (username) => {
    const user = await engine.call('AdminGetUser', inPool({ Username: username }))
    const list = z
      .array(z.object({ Name: z.string(), Value: z.string() }))
      .parse(user.UserAttributes ?? [])
    return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]))
  }

  const reissue: Accounts['reissue'] = async (result, scope) => {
    const { IdToken, AccessToken, RefreshToken } = EngineResult.parse(result)
    const id = readClaims(IdToken)
    const { name } = await attributes(String(id['cognito:username']))
    const expires = (claims: Claims) => ({ exp: Number(claims.iat) + TOKEN_SECONDS })
    const access = readClaims(AccessToken)
    return {
      IdToken: tokens.issue({ ...id, ...(name && { name }), ...expires(id) }),
      AccessToken: tokens.issue({ ...access, ...(scope && { scope }), ...expires(access) }),
      ...(RefreshToken && { RefreshToken }),
      ExpiresIn: TOKEN_SECONDS,
      TokenType: 'Bearer',
    }
  }

  const authenticate = async (AuthFlow: string, AuthParameters: JsonObject) => {
    try {
      const answer = await engine.call('InitiateAuth', {
        ClientId: clientId,
        AuthFlow,
        AuthParameters,
      })
      return answer.AuthenticationResult
        ? await reissue(answer.AuthenticationResult, SCOPE)
        : undefined
    } catch (error) {
      // Which of the two was wrong is nobody's business.
      if (error instanceof EngineError && REFUSALS.includes(error.name)) return undefined
      throw error
    }
  }

  const signUp: Accounts['signUp'] = async ({ username, password, name }) => {
    const Username = username.toLowerCase()
    const isNew = await ignoring('UsernameExistsException', () =>
      engine.call(
        'AdminCreateUser',
        inPool({
          Username,
          MessageAction: 'SUPPRESS',
          UserAttributes: [
            { Name: 'email', Value: Username },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: name },
          ],
        }),
      ),
    )
    if (isNew)
      await engine.call(
        'AdminSetUserPassword',
        inPool({ Username, Password: password, Permanent: true }),
      )
    return isNew
  }

  return {
    attributes,
    reissue,
    signIn: (USERNAME, PASSWORD) =>
      authenticate('USER_PASSWORD_AUTH', { USERNAME: USERNAME.trim().toLowerCase(), PASSWORD }),
    refresh: (REFRESH_TOKEN) => authenticate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN }),
    async revoke(Token) {
      await ignoring('NotAuthorizedException', () =>
        engine.call('RevokeToken', { ClientId: clientId, Token }),
      )
    },
    signUp,
    async ensureUser({ groups, ...user }) {
      const Username = user.username.toLowerCase()
      await signUp(user)
      for (const GroupName of groups)
        await engine.call('AdminAddUserToGroup', inPool({ Username, GroupName }))
      return { sub: (await attributes(Username)).sub ?? '' }
    },
    async ensureGroup(GroupName) {
      const found = await engine.call('ListGroups', inPool({}))
      const groups = z.array(z.object({ GroupName: z.string() })).parse(found.Groups ?? [])
      if (!groups.some((group) => group.GroupName === GroupName))
        await engine.call('CreateGroup', inPool({ GroupName }))
    },
  }
}

const REFUSALS = [
  'NotAuthorizedException',
  'InvalidParameterException',
  'InvalidPasswordException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
]

/** Whether the work was done; false when it ended in the error of that name. */
async function ignoring(errorName: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof EngineError && error.name === errorName) return false
    throw error
  }
}
