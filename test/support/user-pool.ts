import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { mockClient } from 'aws-sdk-client-mock'

/** Whom the user pool does not know: addresses and ids that begin so. */
export const UNKNOWN_ACCOUNT = 'nobody'

/** A user pool in which everybody has an account whose address is `<id>@example.org`, but for those who begin with `nobody`. */
export const answerAsUserPool = () => {
  const pool = mockClient(CognitoIdentityProviderClient)
  pool.on(ListUsersCommand).callsFake(({ Filter = '' }: { Filter?: string }) => {
    const [, attribute, value = ''] = /^(\w+) = "(.*)"$/.exec(Filter) ?? []
    const sub = attribute === 'email' ? value.replace(/@example\.org$/, '') : value
    const isKnown = !sub.startsWith(UNKNOWN_ACCOUNT) && (attribute === 'sub' || sub !== value)
    return { Users: isKnown ? [accountOf(sub)] : [] }
  })
  pool
    .on(AdminGetUserCommand)
    .rejects(new UserNotFoundException({ message: 'User does not exist.', $metadata: {} }))
  return pool
}

const accountOf = (sub: string) => ({
  Username: sub,
  Enabled: true,
  UserStatus: 'CONFIRMED',
  Attributes: [
    { Name: 'sub', Value: sub },
    { Name: 'email', Value: `${sub}@example.org` },
    { Name: 'email_verified', Value: 'true' },
    { Name: 'name', Value: sub },
  ],
})
