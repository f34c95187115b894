import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts'
import { expect, it } from 'vitest'
import { isRefusal } from '../../../web/src/auth/session.ts'

it('signs out only whom the server does not know any more', () => {
  expect(isRefusal(new ErrorResponse({ error: 'invalid_grant' }))).toBe(true)
  for (const passing of [
    new ErrorTimeout('Network timed out'),
    new TypeError('Failed to fetch'),
    new Error('Too Many Requests (429)'),
    new ErrorResponse({ error: 'temporarily_unavailable' }),
  ])
    expect(isRefusal(passing)).toBe(false)
})
