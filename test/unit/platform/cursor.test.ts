import { expect, it } from 'vitest'
import { keyFromCursor, toCursor, withCursor } from '#adapters/dynamo/cursor'

const failing = (message: string) => () => Promise.reject(new Error(message))

it.each([
  'The provided starting key is outside query boundaries based on provided conditions',
  'The provided starting key is invalid',
  'The exclusiveStartKey is invalid',
])('takes it for the caller’s mistake when DynamoDB says: %s', async (message) => {
  await expect(withCursor('abc', failing(message))).rejects.toMatchObject({ code: 'invalid' })
})

it('hands other failures on, and all of them where no cursor was given', async () => {
  const busy = 'The rate of requests is too high'
  await expect(withCursor('abc', failing(busy))).rejects.toThrow(busy)
  const odd = 'The provided starting key is invalid'
  await expect(withCursor(undefined, failing(odd))).rejects.toThrow(odd)
})

it('asks nobody about a cursor that cannot be ours', async () => {
  await expect(withCursor('{"pk":1}', failing('asked'))).rejects.toMatchObject({ code: 'invalid' })
})

it('is the same for the same place, in whatever order the engine names it', () => {
  const key = { pk: 'a', gsi2pk: 'b', sk: 'c', gsi2sk: 'd' }
  const turned = Object.fromEntries(Object.entries(key).reverse())
  expect(toCursor(turned)).toBe(toCursor(key))
  expect(keyFromCursor(toCursor(turned) ?? '', { pk: key.pk })).toEqual(key)
})
