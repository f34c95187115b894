import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { say } from '#contract/say'
import { DomainError } from '#core/platform/errors'
import { freePort } from '#test/support/free-port'
import { openEnvironment, placeAt, texts } from './environment.ts'
import { startNode } from './redis-server.ts'

const startValkey = async () => {
  const node = await startNode()
  onTestFinished(() => node.stop())
  return node
}
/** A read of the table that goes on when it is told. */
function hold() {
  const begun = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string>()
  const load = () => {
    begun.resolve()
    return answer.promise
  }
  return { load, begun: begun.promise, go: answer.resolve }
}
const site = [{ of: '*', part: '' }]

describe('in an environment’s memory', () => {
  it('one reads for 1,000 callers at the same time', async () => {
    const list = openEnvironment(null).cache.shared(texts())
    const load = vi.fn(async () => 'read')
    const asked = Array.from({ length: 1_000 }, () => list.read('*', '', load))
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['read']))
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('a write makes it forgotten, also what was on its way by then', async () => {
    const { cache } = openEnvironment(null)
    const list = cache.shared(texts())
    const held = hold()
    const slow = list.read('*', '', held.load)
    await held.begun
    await cache.forgetting(site, async () => undefined)
    held.go('before')
    expect(await slow).toBe('before')
    expect(await list.read('*', '', async () => 'after')).toBe('after')
  })

  it('a write makes it forgotten, also where many were on their way', async () => {
    const { cache } = openEnvironment(null)
    const list = cache.shared(texts())
    const held = hold()
    const slow = list.readMany(['*'], async () => new Map([['*', await held.load()]]))
    await held.begun
    await cache.forgetting(site, async () => undefined)
    held.go('before')
    expect((await slow).get('*')).toBe('before')
    expect(await list.read('*', '', async () => 'after')).toBe('after')
  })

  it('what a read threw is passed on, and nothing of it remembered', async () => {
    const list = openEnvironment(null).cache.shared(texts())
    const reason = new DomainError('invalid', say('needs_role', { role: 'author' }))
    await expect(list.read('*', '', () => Promise.reject(reason))).rejects.toBe(reason)
    expect(await list.read('*', '', async () => 'read')).toBe('read')
  })

  it('that there is none is remembered as long as its query says', async () => {
    const { cache } = openEnvironment(null)
    const load = vi.fn(async () => null)
    const remembered = cache.shared(texts())
    const never = cache.shared(texts({ negative: 0 }))
    for (const list of [remembered, never]) {
      expect(await list.read('*', '', load)).toBeNull()
      expect(await list.read('*', '', load)).toBeNull()
    }
    expect(load).toHaveBeenCalledTimes(1 + 2)
  })

  it('the least lately asked of leave first when it is full', async () => {
    const list = openEnvironment(null).cache.shared(texts())
    const long = 'x'.repeat(1_000_000)
    for (let n = 0; n < 9; n += 1) {
      await list.read('*', `${n}`, async () => long)
      await list.read('*', '0', async () => 'anew')
    }
    expect(await list.read('*', '0', async () => 'anew')).toBe(long)
    expect(await list.read('*', '1', async () => 'anew')).toBe('anew')
  })
})

describe('while the table does not answer', () => {
  const ill = () => Promise.reject(new Error('ProvisionedThroughputExceededException'))

  it('an old answer is given, until it is too old', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { cache, events } = openEnvironment(null)
    const list = cache.shared(texts({ grace: 120 }))
    await list.read('*', '', async () => 'old')
    vi.advanceTimersByTime(100_000)
    expect(await list.read('*', '', ill)).toBe('old')
    expect(events).toEqual(['cache.stale'])
    // In the next second nobody asks the table again.
    expect(await list.read('*', '', ill)).toBe('old')
    expect(events).toEqual(['cache.stale'])
    for (let seconds = 100; seconds < 180; seconds += 10) {
      vi.advanceTimersByTime(10_000)
      if (seconds + 10 < 180) expect(await list.read('*', '', ill)).toBe('old')
    }
    await expect(list.read('*', '', ill)).rejects.toThrow('Throughput')
  })

  it('one that is not enough is none', async () => {
    const list = openEnvironment(null).cache.shared(texts())
    await list.read('*', '', async () => 'old')
    await expect(list.read('*', '', ill, (text) => text === 'new')).rejects.toThrow('Throughput')
  })
})

describe('by Valkey, environments', () => {
  it('share answers until one of them writes', async () => {
    const place = placeAt((await startValkey()).port)
    const [one, two, three] = [1, 2, 3].map(() => openEnvironment(place))
    const read = (environment: typeof one, text: string) =>
      environment?.cache.shared(texts()).read('crs_1', '', async () => text)
    expect(await read(one, 'version 1')).toBe('version 1')
    expect(await read(two, 'version 2')).toBe('version 1')
    await two?.cache.forgetting([{ of: 'crs_1', part: '' }], async () => undefined)
    expect(await read(three, 'version 2')).toBe('version 2')
  })

  it('load a key that many of them miss once, and none of them waits for nothing', async () => {
    const place = placeAt((await startValkey()).port)
    const environments = Array.from({ length: 20 }, () => openEnvironment(place))
    const load = vi.fn(async () => {
      await new Promise((done) => setTimeout(done, 30))
      return 'read'
    })
    const answers = environments.map(({ cache }) => cache.shared(texts()).read('*', '', load))
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['read']))
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('store nothing that was read before a write of another', async () => {
    const place = placeAt((await startValkey()).port)
    const [slow, writer, later] = [1, 2, 3].map(() => openEnvironment(place))
    const held = hold()
    const loading = slow?.cache.shared(texts()).read('*', '', held.load)
    await held.begun
    await writer?.cache.forgetting(site, async () => undefined)
    held.go('before')
    expect(await loading).toBe('before')
    expect(await later?.cache.shared(texts()).read('*', '', async () => 'after')).toBe('after')
  })

  it('store nothing from an index that may be behind a write yet', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const place = placeAt((await startValkey()).port)
    const [one, two, three] = [1, 2, 3].map(() => openEnvironment(place))
    const read = (environment: typeof one, text: string) =>
      environment?.cache.shared(texts({ settles: 5 })).read('*', '', async () => text)
    await one?.cache.forgetting(site, async () => undefined)
    expect(await read(two, 'before')).toBe('before')
    expect(await read(three, 'after')).toBe('after')
    vi.advanceTimersByTime(5_001)
    expect(await read(two, 'settled')).toBe('settled')
    expect(await read(three, 'never')).toBe('settled')
  })

  it('read many at once by one round trip, and load what is missing by one', async () => {
    const place = placeAt((await startValkey()).port)
    const [one, two] = [openEnvironment(place), openEnvironment(place)]
    const load = vi.fn(async (ids: readonly string[]) => new Map(ids.map((id) => [id, `of ${id}`])))
    const ids = Array.from({ length: 20 }, (_, n) => `crs_${n}`)
    await one.cache.shared(texts()).readMany(ids.slice(0, 15), load)
    const found = await two.cache.shared(texts()).readMany(ids, load)
    expect([...found.keys()].sort()).toEqual([...ids].sort())
    expect(load.mock.calls.map(([missing]) => missing.length)).toEqual([15, 5])
    expect(two.levels.filter((level) => level === 'valkey')).toHaveLength(15)
  })

  it('read again what is not enough for one of them', async () => {
    const place = placeAt((await startValkey()).port)
    const [one, two] = [openEnvironment(place), openEnvironment(place)]
    await one.cache.shared(texts()).read('*', '', async () => '1')
    const asked = two.cache.shared(texts())
    expect(
      await asked.read(
        '*',
        '',
        async () => '2',
        (text) => text >= '2',
      ),
    ).toBe('2')
    expect(await one.cache.shared(texts()).read('*', '', async () => '3')).toBe('2')
  })
})

it('answers from the table while Valkey is away', async () => {
  const { cache, errors } = openEnvironment(placeAt(await freePort()))
  const list = cache.shared(texts())
  expect(await list.read('*', '', async () => 'read')).toBe('read')
  await cache.forgetting(site, async () => undefined)
  expect(await list.read('*', '', async () => 'again')).toBe('again')
  expect(errors).toHaveLength(1)
})
