import { expect, it } from 'vitest'
import { partOf } from '#web/ui/moments/part.ts'

it('fetches a part once, however many ask for it', async () => {
  let fetched = 0
  const part = partOf(async () => ({ default: ++fetched }))
  expect(part.code()).toBeUndefined()
  await Promise.all([part.load(), part.load()])
  await part.load()
  expect(part.code()).toBe(1)
})

it('fetches a part again that did not come', async () => {
  const answers = [Promise.reject(new TypeError('Failed to fetch')), { default: 'player' }]
  const part = partOf(async () => (await answers.shift()) ?? { default: 'none' })
  await expect(part.load()).rejects.toThrow('Failed to fetch')
  expect(part.code()).toBeUndefined()
  await part.load()
  expect(part.code()).toBe('player')
})
