import { expect, it, vi } from 'vitest'
import { whenAsked } from '#adapters/platform/when-asked'

it('loads when it is first asked, and once', async () => {
  const load = vi.fn(async () => 'loaded')
  const get = whenAsked(load, 'on-demand')
  expect(load).not.toHaveBeenCalled()
  expect(await Promise.all([get(), get()])).toEqual(['loaded', 'loaded'])
  expect(load).toHaveBeenCalledOnce()
})

it('loads at once in an environment that is made before there are calls', async () => {
  const load = vi.fn(async () => 'loaded')
  const get = whenAsked(load, 'provisioned-concurrency')
  expect(load).toHaveBeenCalledOnce()
  expect(await get()).toBe('loaded')
  expect(load).toHaveBeenCalledOnce()
})

it('tries again after it failed, and ends no environment by that', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('broken'))
  load.mockResolvedValue('loaded')
  const get = whenAsked(load, 'provisioned-concurrency')
  await new Promise(setImmediate)
  expect(await get()).toBe('loaded')
})
