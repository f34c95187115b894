import {
  AdminGetUserCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Accounts, Person } from '#core/people/ports'
import { TooManyRequests } from '#core/platform/errors'
import { publicName } from '#core/platform/person-name'

/**
 * `ListUsers` may be asked 30 times a second by a whole account (the category UserList), and the client has tried three
 * times: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
const WAIT_SECONDS = 2
/** Of one address: an account of the pool's own, and those of directories. */
const MOST_OF_AN_ADDRESS = 10

/** Who signed up here or comes from a directory; what a user pool tells, as people of ours. */
interface Account {
  readonly Attributes?: AttributeType[] | undefined
  readonly Enabled?: boolean | undefined
  readonly UserStatus?: string | undefined
  readonly UserCreateDate?: Date | undefined
}

/** The accounts of a user pool. */
export function createAccounts(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
): Accounts {
  const list = async (attribute: 'email' | 'sub', value: string): Promise<Account[]> => {
    const { Users = [] } = await client.send(
      new ListUsersCommand({
        UserPoolId: userPoolId,
        Filter: filterOf(attribute, value),
        Limit: MOST_OF_AN_ADDRESS,
      }),
    )
    return Users
  }
  /** By the alias, which the pool compares without regard to case; of the pool's own accounts alone. */
  const getByAlias = async (email: string): Promise<Account[]> => {
    try {
      const { UserAttributes, ...found } = await client.send(
        new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }),
      )
      return [{ ...found, Attributes: UserAttributes }]
    } catch (error) {
      if (error instanceof UserNotFoundException) return []
      throw error
    }
  }

  return {
    byAddress: (email) =>
      unlessTooMany(async () => {
        const typed = email.trim()
        // A filter compares letter by letter, and addresses are kept as they were typed at the sign-up.
        for (const one of new Set([typed, typed.toLowerCase()])) {
          const found = await list('email', one)
          if (found.length > 0) return theirs(found)
        }
        return theirs(await getByAlias(typed))
      }),
    byId: (userId) =>
      unlessTooMany(async () => {
        const [found] = (await list('sub', userId)).filter(mayComeIn)
        return found ? toPerson(found) : null
      }),
  }
}

/**
 * Quotation marks would end the value, and a backslash stands before what is meant as itself:
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html
 */
export const filterOf = (attribute: string, value: string): string =>
  `${attribute} = "${value.replace(/[\\"]/g, '\\$&')}"`

/** Of several accounts with one address the oldest: whoever comes later takes nothing from them. */
function theirs(accounts: readonly Account[]): Person | null {
  const [found] = accounts
    .filter((account) => mayComeIn(account) && hasShownAddress(account))
    .sort((one, other) => madeAt(one) - madeAt(other))
  return found ? toPerson(found) : null
}

const madeAt = ({ UserCreateDate }: Account) => UserCreateDate?.getTime() ?? 0

const mayComeIn = ({ Enabled }: Account): boolean => Enabled !== false

/** Anybody may sign up with anybody's address, and has shown nothing until they confirm it; a directory vouches. */
const hasShownAddress = (account: Account): boolean =>
  account.UserStatus === 'EXTERNAL_PROVIDER' || attributeOf(account, 'email_verified') === 'true'

const attributeOf = ({ Attributes = [] }: Account, wanted: string): string =>
  Attributes.find(({ Name }) => Name === wanted)?.Value ?? ''

const toPerson = (account: Account): Person => ({
  userId: attributeOf(account, 'sub'),
  name: publicName(attributeOf(account, 'name')),
})

async function unlessTooMany<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof TooManyRequestsException) throw new TooManyRequests(WAIT_SECONDS)
    throw error
  }
}
