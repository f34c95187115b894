import { describe, expect, onTestFinished, test } from 'vitest'
import { createPersonRate } from '#adapters/cache/person-rate'
import { ErrorBody } from '#contract/http/errors'
import { freePort } from '#test/support/free-port'
import { callAs } from '#test/support/gateway-event'
import { apiEnvironment } from '#test/support/lms'
import { openEnvironment, placeAt } from './environment.ts'
import { startNode } from './redis-server.ts'

const LIMIT = 1_500
const AT_ONCE = LIMIT / 5

const open = (port: number | null, now?: () => number) => {
  const { valkey, errors } = openEnvironment(port ? placeAt(port) : null)
  const rate = createPersonRate({ valkey, limit: LIMIT, ...(now && { now }) })
  return { count: rate.count, errors }
}
const startValkey = async () => {
  const node = await startNode()
  onTestFinished(() => node.stop())
  return node
}
const letThrough = async (calls: Promise<number>[]) =>
  (await Promise.all(calls)).filter((wait) => wait === 0).length

describe('by Valkey', () => {
  test('a person who floods many environments at once gets a minute’s worth of all together', async () => {
    const { port } = await startValkey()
    const environments = Array.from({ length: 4 }, () => open(port))
    const started = performance.now()
    const calls = environments.flatMap((rate) =>
      Array.from({ length: AT_ONCE }, () => rate.count('flooder')),
    )
    const through = await letThrough(calls)
    const refilled = Math.ceil(((performance.now() - started) / 300_000) * LIMIT)
    expect(through).toBeGreaterThanOrEqual(AT_ONCE)
    expect(through).toBeLessThanOrEqual(AT_ONCE + refilled)
    // One more fits after a step of the rate, and is told so.
    expect(await environments[0]?.count('flooder')).toBeLessThanOrEqual(300_000 / LIMIT)
    expect(await environments[1]?.count('another')).toBe(0)
  })

  test('2,000 people of one school are never counted together', async () => {
    const { port } = await startValkey()
    const rate = open(port)
    const calls = Array.from({ length: 10_000 }, (_, at) => rate.count(`pupil-${at % 2_000}`))
    expect(await letThrough(calls)).toBe(10_000)
  })

  test('while it is away nobody is refused for it, and a flood still ends', async () => {
    const node = await startValkey()
    const rate = open(node.port)
    node.stop()
    expect(await letThrough(Array.from({ length: 20 }, () => rate.count('ada')))).toBe(20)
    expect(await letThrough(Array.from({ length: 500 }, () => rate.count('flooder')))).toBe(AT_ONCE)
  })

  test('one that never was there refuses nobody', async () => {
    const rate = open(await freePort())
    expect(await rate.count('ada')).toBe(0)
  })
})

test('in memory the bucket fills evenly again', async () => {
  let now = 0
  const rate = open(null, () => now)
  const ask = (count: number) => letThrough(Array.from({ length: count }, () => rate.count('ada')))
  expect(await ask(400)).toBe(AT_ONCE)
  expect(await rate.count('ada')).toBe(200)
  now = 1_000
  expect(await ask(400)).toBe(5)
  now = 120_000
  expect(await ask(400)).toBe(AT_ONCE)
})

test('the functions tell a flooder by a 429 of our own how long to wait, and answer all others', async () => {
  Object.assign(process.env, apiEnvironment, { TABLE_NAME: 'none', REQUESTS_PER_PERSON: '50' })
  const { handler } = await import('#functions/learning/index')
  const me = (sub: string) => callAs(handler, { sub })('GET', '/me')
  const answers = await Promise.all(Array.from({ length: 30 }, () => me('flooder')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
  const refused = answers.find(({ status }) => status !== 200)
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '6' } })
  expect(ErrorBody.parse(refused?.body).error).toMatchObject({
    code: 'too_many_requests',
    requestId: 'request-1',
  })
  expect((await me('pupil')).status).toBe(200)
})
