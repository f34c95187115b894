import { expect, it } from 'vitest'
import type { UserRequest } from '#load/scenarios/user/context'
import { asPerson, keepToken, writePassword } from '#load/scenarios/user/index'

const person = () => ({
  vars: {
    ...{ username: 'a@load.example', password: 'Load-1-9', clientId: 'web' },
    signInUrl: 'http://127.0.0.1:1/',
  } as Record<string, unknown>,
})
const answered = (statusCode: number, body: unknown) => ({
  statusCode,
  headers: {},
  body: JSON.stringify(body),
})

it('signs in by the password, as Cognito’s API is asked', async () => {
  const request: UserRequest = { url: 'http://127.0.0.1:1/' }
  await writePassword(request, person())
  expect(request.headers).toMatchObject({
    'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
  })
  expect(JSON.parse(String(request.body))).toEqual({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: 'web',
    AuthParameters: { USERNAME: 'a@load.example', PASSWORD: 'Load-1-9' },
  })
})

it('calls with the token that was given', async () => {
  const context = person()
  const given = answered(200, { AuthenticationResult: { IdToken: 'the-token' } })
  await keepToken({ url: '' }, given, context)
  const call: UserRequest = { url: '/api/me/courses' }
  await asPerson(call, context)
  expect(call.headers?.authorization).toBe('Bearer the-token')
})

it('does not come in where Cognito refuses', async () => {
  const context = person()
  await keepToken({ url: '' }, answered(400, { __type: 'TooManyRequestsException' }), context)
  await expect(asPerson({ url: '/api/me/courses' }, context)).rejects.toThrow('token')
})
