import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  paginateListUserPoolClients,
  paginateListUsers,
} from '@aws-sdk/client-cognito-identity-provider'
import { paced } from './paced.ts'

/** What everything that a load makes in a user pool begins with, so that it can be taken away after a crash, too. */
const PREFIX = 'lectern-load-'

/**
 * Calls a second, below what a user pool takes by default: 50 to create, 30 to set passwords, 120 to sign in, 25 to delete.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html#category_operations
 */
const perSecond = { create: 40, password: 25, signIn: 100, remove: 20 } as const

export interface Pool {
  readonly cognito: CognitoIdentityProviderClient
  readonly userPoolId: string
}

/** A client of the load's own, since the site's signs in by its pages alone. */
export async function makeClient({ cognito, userPoolId }: Pool): Promise<string> {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: userPoolId,
      ClientName: `${PREFIX}${Date.now()}`,
      ExplicitAuthFlows: [
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
    }),
  )
  return UserPoolClient?.ClientId ?? ''
}

/** So many new people, all of one password. */
export async function makeAccounts(
  { cognito, userPoolId }: Pool,
  count: number,
): Promise<{ username: string; password: string }[]> {
  const password = `Load-${crypto.randomUUID()}-9`
  const run = Date.now().toString(36)
  const names = Array.from({ length: count }, (_, at) => `${PREFIX}${run}-${at}@load.example`)
  await paced(names, perSecond.create, (Username) =>
    cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: Username },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: 'A load' },
        ],
      }),
    ),
  )
  await paced(names, perSecond.password, (Username) =>
    cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: userPoolId,
        Username,
        Password: password,
        Permanent: true,
      }),
    ),
  )
  return names.map((username) => ({ username, password }))
}

/**
 * So many new people's ID tokens: a gateway's authorizer without an `identityValidationExpression` takes tokens of every
 * client of its pool.
 * https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
 */
export async function signInNew(pool: Pool, count: number): Promise<string[]> {
  const { cognito, userPoolId } = pool
  const ClientId = await makeClient(pool)
  const made = await makeAccounts(pool, count)
  return paced(made, perSecond.signIn, async ({ username, password }) => {
    const { AuthenticationResult } = await cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId: userPoolId,
        ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    )
    return AuthenticationResult?.IdToken ?? ''
  })
}

/** Takes away every account and client that this load, or one that crashed, has made. Answers how many accounts. */
export async function removeMade({ cognito, userPoolId }: Pool): Promise<number> {
  const made: string[] = []
  const pages = paginateListUsers(
    { client: cognito },
    { UserPoolId: userPoolId, Filter: `email ^= "${PREFIX}"` },
  )
  for await (const { Users = [] } of pages)
    made.push(...Users.flatMap(({ Username }) => Username ?? []))
  await paced(made, perSecond.remove, (Username) =>
    cognito.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username })),
  )
  const clients = paginateListUserPoolClients({ client: cognito }, { UserPoolId: userPoolId })
  for await (const { UserPoolClients = [] } of clients)
    for (const { ClientId, ClientName } of UserPoolClients)
      if (ClientName?.startsWith(PREFIX))
        await cognito.send(new DeleteUserPoolClientCommand({ UserPoolId: userPoolId, ClientId }))
  return made.length
}
