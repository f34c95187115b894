import { expect, it } from 'vitest'
import { commit, type Outcome } from '#adapters/dynamo/commit'
import { getEvery } from '#adapters/dynamo/get-every'

const cancelled = (...codes: string[]): Outcome => ({
  canceled: true,
  data: codes.map((code) => ({ code, message: code === 'None' ? undefined : `why ${code}` })),
})
const done: Outcome = { canceled: false, data: [] }
const answering = (...outcomes: Outcome[]) => {
  let asked = 0
  return {
    write: async () => outcomes[Math.min(asked++, outcomes.length - 1)] ?? done,
    asked: () => asked,
  }
}

it('tells a condition that does not hold from all else', async () => {
  expect(await commit(answering(cancelled('ConditionalCheckFailed', 'None')).write)).toBe(false)
  expect(await commit(answering(done).write)).toBe(true)
})

it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
  'tries again after %s, for which the transaction is not to blame',
  async (code) => {
    const engine = answering(cancelled(code, 'None'), cancelled('None', code), done)
    expect(await commit(engine.write)).toBe(true)
    expect(engine.asked()).toBe(3)
  },
)

it('gives the engine’s own reason for what no other try can mend, and does not try again', async () => {
  const engine = answering(cancelled('ValidationError', 'None'))
  await expect(commit(engine.write)).rejects.toThrow(
    'at once: ValidationError: why ValidationError',
  )
  expect(engine.asked()).toBe(1)
})

it('asks again for keys that were left unprocessed, until all are answered', async () => {
  const asked: number[][] = []
  const found = await getEvery([1, 2, 3, 4, 5], async (keys) => {
    asked.push(keys)
    return { data: keys.slice(0, 2), unprocessed: keys.slice(2) }
  })
  expect(found).toEqual([1, 2, 3, 4, 5])
  expect(asked).toEqual([[1, 2, 3, 4, 5], [3, 4, 5], [5]])
})

it('does not ask for ever', async () => {
  const none = getEvery([1, 2], async (keys) => ({ data: [], unprocessed: keys }))
  await expect(none).rejects.toThrow('2 keys were left unprocessed')
})
