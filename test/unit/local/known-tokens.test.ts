import { expect, test, vi } from 'vitest'
import { keepTokens } from '#local/gateway/known-tokens'

const MINUTE = 60_000

test('a good token is checked once in five minutes, and never believed longer than it is valid', async () => {
  let now = 0
  const verify = vi.fn(async (token: string) => ({
    sub: token,
    exp: token === 'short' ? 60 : 3600,
  }))
  const claimsOf = keepTokens(verify, () => now)
  expect(await claimsOf('long')).toMatchObject({ sub: 'long' })
  now = 4 * MINUTE
  expect(await claimsOf('long')).toMatchObject({ sub: 'long' })
  expect(verify).toHaveBeenCalledTimes(1)
  now = 5 * MINUTE + 1
  await claimsOf('long')
  expect(verify).toHaveBeenCalledTimes(2)

  now = 0
  await claimsOf('short')
  now = MINUTE
  verify.mockRejectedValueOnce(new Error('expired'))
  await expect(claimsOf('short')).rejects.toThrow('expired')
})

test('a bad token is asked about each time', async () => {
  const verify = vi.fn(async () => Promise.reject(new Error('bad')))
  const claimsOf = keepTokens(verify)
  for (let time = 0; time < 3; time += 1) await expect(claimsOf('bad')).rejects.toThrow('bad')
  expect(verify).toHaveBeenCalledTimes(3)
})

test('however many tokens come, ten thousand are kept', async () => {
  const verify = vi.fn(async (token: string) => ({ sub: token }))
  const claimsOf = keepTokens(verify)
  for (let at = 0; at <= 10_000; at += 1) await claimsOf(`token-${at}`)
  await claimsOf('token-10000')
  expect(verify).toHaveBeenCalledTimes(10_001)
  await claimsOf('token-0')
  expect(verify).toHaveBeenCalledTimes(10_002)
})
