import { expect, it } from 'vitest'
import { isRefusal } from '#web/people/session.ts'

/** As the sign-in library names and fills its errors. */
const named = (name: string, error?: string) =>
  Object.assign(new Error(error ?? name), { name, ...(error && { error }) })

it('signs out only whom the server does not know any more', () => {
  expect(isRefusal(named('ErrorResponse', 'invalid_grant'))).toBe(true)
  for (const passing of [
    named('ErrorTimeout'),
    named('ErrorResponse', 'temporarily_unavailable'),
    new TypeError('Failed to fetch'),
    new Error('Too Many Requests (429)'),
  ])
    expect(isRefusal(passing)).toBe(false)
})
