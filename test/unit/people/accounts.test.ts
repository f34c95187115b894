import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  InternalErrorException,
  ListUsersCommand,
  TooManyRequestsException,
  UserNotFoundException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider'
import { mockClient } from 'aws-sdk-client-mock'
import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { createAccounts, filterOf } from '#adapters/identity/accounts'
import { teamLimits } from '#contract/memberships/limits'

const pool = mockClient(CognitoIdentityProviderClient)
const accounts = createAccounts(new CognitoIdentityProviderClient({ region: 'us-east-1' }), 'pool')
const failure = { message: 'No.', $metadata: {} }
const noSuchUser = new UserNotFoundException(failure)

const account = (
  sub: string,
  facts: Record<string, string> = {},
  others: Partial<UserType> = {},
): UserType => ({
  Enabled: true,
  UserStatus: 'CONFIRMED',
  UserCreateDate: new Date('2026-11-28T10:00:00.000Z'),
  Attributes: Object.entries({ sub, name: 'Ada', email_verified: 'true', ...facts }).map(
    ([Name, Value]) => ({ Name, Value }),
  ),
  ...others,
})

const asked = () => pool.commandCalls(ListUsersCommand).map(({ args }) => args[0].input.Filter)

beforeEach(() => {
  pool.reset()
  pool.on(ListUsersCommand).resolves({ Users: [] })
  pool.on(AdminGetUserCommand).rejects(noSuchUser)
})

it('finds whoever has confirmed the address', async () => {
  pool.on(ListUsersCommand).resolves({ Users: [account('s1')] })
  expect(await accounts.byAddress(' ada@school.example ')).toEqual({ userId: 's1', name: 'Ada' })
  expect(asked()).toEqual(['email = "ada@school.example"'])
})

it('finds them in whatever case the address is typed or kept', async () => {
  const lower = { Filter: 'email = "ada@school.example"' }
  pool.on(ListUsersCommand, lower).resolves({ Users: [account('s1')] })
  expect((await accounts.byAddress('ADA@School.example'))?.userId).toBe('s1')

  pool.on(ListUsersCommand).resolves({ Users: [] })
  const { Attributes, ...found } = account('s2')
  pool.on(AdminGetUserCommand).resolves({ ...found, Username: 's2', UserAttributes: Attributes })
  expect((await accounts.byAddress('grace@school.example'))?.userId).toBe('s2')
})

it('finds nobody who has not shown that the address is theirs, or may not sign in', async () => {
  for (const one of [
    account('s1', { email_verified: 'false' }, { UserStatus: 'UNCONFIRMED' }),
    account('s2', {}, { Enabled: false }),
  ]) {
    pool.on(ListUsersCommand).resolves({ Users: [one] })
    expect(await accounts.byAddress('ada@school.example')).toBeNull()
  }
  pool.on(ListUsersCommand).resolves({ Users: [] })
  expect(await accounts.byAddress('ada@school.example')).toBeNull()
})

it('takes a directory’s word for an address, and of several accounts the oldest', async () => {
  const directory = {
    UserStatus: 'EXTERNAL_PROVIDER',
    UserCreateDate: new Date('2025-01-01'),
  } as const
  const old = account('s1', { email_verified: 'false' }, directory)
  pool.on(ListUsersCommand).resolves({ Users: [account('s2'), old] })
  expect((await accounts.byAddress('ada@school.example'))?.userId).toBe('s1')
})

it('tells no address that stands where a name should', async () => {
  pool.on(ListUsersCommand).resolves({ Users: [account('s1', { name: 'ada@school.example' })] })
  expect(await accounts.byAddress('ada@school.example')).toEqual({ userId: 's1', name: '' })
})

it('finds an account by its id, until it is deleted or disabled', async () => {
  pool.on(ListUsersCommand).resolves({ Users: [account('s1', { email_verified: 'false' })] })
  expect(await accounts.byId('s1')).toEqual({ userId: 's1', name: 'Ada' })
  expect(asked()).toEqual(['sub = "s1"'])
  pool.on(ListUsersCommand).resolves({ Users: [account('s1', {}, { Enabled: false })] })
  expect(await accounts.byId('s1')).toBeNull()
  pool.on(ListUsersCommand).resolves({ Users: [] })
  expect(await accounts.byId('s1')).toBeNull()
})

it('asks to wait when Cognito takes no more, and hides no other failure', async () => {
  pool.on(ListUsersCommand).rejects(new TooManyRequestsException(failure))
  const busy = { code: 'too_many_requests', retryAfterSeconds: 2 }
  await expect(accounts.byAddress('ada@school.example')).rejects.toMatchObject(busy)
  await expect(accounts.byId('s1')).rejects.toMatchObject(busy)
  pool.on(ListUsersCommand).rejects(new InternalErrorException(failure))
  await expect(accounts.byId('s1')).rejects.toThrow(InternalErrorException)
})

it('writes whatever is looked for as one value of the filter', () => {
  const written = fc.stringMatching(/^[^\s@]{1,40}@[^\s@]{1,40}$/)
  fc.assert(
    fc.property(written, (email) => {
      const [, value = ''] = /^email = "((?:[^"\\]|\\.)*)"$/s.exec(filterOf('email', email)) ?? []
      expect(value.replace(/\\(.)/gs, '$1')).toBe(email)
    }),
  )
})

it('asks for no longer address than the filter takes', () => {
  const longest = `${'"'.repeat(20)}${'a'.repeat(teamLimits.email - 20)}`
  expect(filterOf('email', longest).length).toBeLessThanOrEqual(256)
})
