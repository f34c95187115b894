import { expect, it } from 'vitest'
import { isGone, refusalOf } from '#adapters/storage/refusals'

/** As the SDK names an answer. */
const answer = (name: string, status: number, message = name) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } })

it.each([
  [
    'InvalidObjectState',
    403,
    'The operation is not valid for the object’s storage class',
    'archived',
  ],
  ['KMS.DisabledException', 400, 'The key is disabled', 'key'],
  ['AccessDenied', 403, 'User is not authorized to perform: kms:Decrypt on resource', 'key'],
  ['AccessDenied', 403, 'Access Denied', 'rights'],
  ['ForbiddenException', 403, 'You are not allowed to probe', 'rights'],
  // A HEAD has no body to name it.
  ['403', 403, 'UnknownError', 'rights'],
  ['SlowDown', 503, 'Reduce your request rate', undefined],
  ['InternalError', 500, 'We encountered an internal error', undefined],
  ['TooManyRequestsException', 429, 'Too many requests', undefined],
  ['RequestTimeTooSkewed', 403, 'The clocks differ', undefined],
  ['ExpiredToken', 400, 'The token has expired', undefined],
  ['NoSuchKey', 404, 'The key does not exist', undefined],
])('%s (%i, “%s”) is refused for good, or may pass: %s', (name, status, message, kind) => {
  const error = answer(name, status, message)
  expect(refusalOf(error)?.kind).toBe(kind)
  if (kind) expect(refusalOf(error)?.cause).toBe(error)
})

it('an object is gone also where a delete marker stands in its place', () => {
  expect(isGone(answer('MethodNotAllowed', 405))).toBe(true)
  expect(isGone(answer('NoSuchKey', 404))).toBe(true)
  expect(isGone(answer('AccessDenied', 403))).toBe(false)
})
