import { expect, it, vi } from 'vitest'
import { createAsyncInvoker } from '#local/lambda/asynchronous'
import type { LambdaFunction } from '#local/lambda/function'

const worker = (asynchronous: LambdaFunction['asynchronous']): LambdaFunction => ({
  name: 'worker',
  arn: 'arn:aws:lambda:us-east-1:000000000000:function:worker',
  file: 'index.mjs',
  layers: [],
  handler: 'handler',
  timeoutSeconds: 3,
  memoryMegabytes: 128,
  environment: {},
  provisioned: 0,
  asynchronous,
})

const handle = async (limits: LambdaFunction['asynchronous'], failures: number) => {
  let attempts = 0
  const dead = vi.fn()
  const fn = worker(limits)
  const invoker = createAsyncInvoker({
    functions: [fn],
    runner: {
      invoke: async () => {
        attempts += 1
        if (attempts <= failures) throw new Error('not yet')
        return null
      },
    },
    deadLetters: { add: dead },
    firstWait: 10,
  })
  invoker.start(`${fn.arn}:live`, { id: 1 })
  await invoker.settled()
  return { attempts, letters: dead.mock.calls.map(([letter]) => letter) }
}

it('tries again as often as the function’s config says', async () => {
  const hour = { maxAgeSeconds: 3600 }
  expect(await handle({ retries: 2, ...hour }, 2)).toEqual({ attempts: 3, letters: [] })
  const given = await handle({ retries: 1, ...hour }, 5)
  expect(given).toMatchObject({ attempts: 2, letters: [{ target: 'worker', event: { id: 1 } }] })
  expect(await handle({ retries: 0, ...hour }, 5)).toMatchObject({ attempts: 1 })
})

it('gives an event up that is too old', async () => {
  const given = await handle({ retries: 2, maxAgeSeconds: 0 }, 5)
  expect(given.attempts).toBe(1)
  expect(given.letters).toHaveLength(1)
})
