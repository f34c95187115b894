import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openEnvironment, placeAt, texts } from './environment.ts'
import { type Node, startEndpoint, startNode } from './redis-server.ts'

const node = async (...settings: string[]) => {
  const started = await startNode(...settings)
  onTestFinished(() => started.stop())
  return started
}
const ada = { of: 'ada', part: '' }
const open = (...place: Parameters<typeof placeAt>) => {
  const environment = openEnvironment(placeAt(...place))
  const person = environment.cache.person(texts({ memory: 0 }))
  return {
    ...environment,
    read: (text: string) => person.read(ada, '', async () => text),
    write: () => environment.cache.forgetting([ada], async () => undefined),
  }
}
/** Until a replica has all that its primary has. */
const untilFollowed = async (primary: Node, replica: Node) => {
  await replica.follow(primary)
  await primary.ask(['SET', 'mark', '1'])
  await vi.waitFor(async () => expect(String(await replica.ask(['GET', 'mark']))).toBe('1'), 10_000)
}

it('without Valkey is read from the table', async () => {
  const { cache } = openEnvironment(null)
  const person = cache.person(texts())
  expect(await person.read(ada, '', async () => 'one')).toBe('one')
  expect(await person.read(ada, '', async () => 'two')).toBe('two')
})

describe('what is a person’s', () => {
  it('is remembered for all environments until one of them writes', async () => {
    const { port } = await node()
    const [one, two] = [open(port), open(port)]
    expect(await one.read('before')).toBe('before')
    expect(await two.read('never')).toBe('before')
    await two.write()
    expect(await one.read('after')).toBe('after')
    expect(await two.read('never')).toBe('after')
    expect([...one.levels, ...two.levels].sort()).toEqual(['table', 'table', 'valkey', 'valkey'])
  })

  it('is never another’s, nor of another part', async () => {
    const { port } = await node()
    const { cache, read } = open(port)
    const person = cache.person(texts())
    await read('of ada')
    expect(await person.read({ of: 'lin', part: '' }, '', async () => 'of lin')).toBe('of lin')
    expect(await person.read({ of: 'ada', part: 'crs_1' }, '', async () => 'part')).toBe('part')
    await cache.forgetting([{ of: 'ada', part: 'crs_1' }], async () => undefined)
    expect(await read('never')).toBe('of ada')
  })

  it('is forgotten also when the write fails, for it may have come to pass', async () => {
    const { port } = await node()
    const { cache, read } = open(port)
    await read('before')
    const failing = cache.forgetting([ada], () => Promise.reject(new Error('no answer')))
    await expect(failing).rejects.toThrow('no answer')
    expect(await read('after')).toBe('after')
  })

  it('is not what a replica says that has not heard of the write', async () => {
    const [primary, replica] = [await node(), await node()]
    await untilFollowed(primary, replica)
    const one = open(primary.port, { reader: `127.0.0.1:${replica.port}` })
    await one.read('before')
    await vi.waitFor(async () => expect(await one.read('never')).toBe('before'))
    // It goes on answering, of what it had by then.
    await replica.ask(['REPLICAOF', 'NO', 'ONE'])
    await one.write()
    expect(await one.read('after')).toBe('after')
    expect(one.levels.at(-1)).toBe('table')
  })

  it('is not stored when another wrote while it was read', async () => {
    const { port } = await node()
    const [slow, writer] = [open(port), open(port)]
    const begun = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<string>()
    const reading = slow.cache.person(texts()).read(ada, '', () => {
      begun.resolve()
      return answer.promise
    })
    await begun.promise
    await writer.write()
    answer.resolve('before')
    expect(await reading).toBe('before')
    expect(await writer.read('after')).toBe('after')
  })

  it('of an index is not stored right after a write, when the index may be behind', async () => {
    const { port } = await node()
    const { cache, write } = open(port)
    const list = cache.person(texts({ settles: 5 }))
    await write()
    expect(await list.read(ada, '', async () => 'behind')).toBe('behind')
    expect(await list.read(ada, '', async () => 'there')).toBe('there')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6_000 })
    onTestFinished(() => void vi.useRealTimers())
    expect(await list.read(ada, '', async () => 'stored')).toBe('stored')
    expect(await list.read(ada, '', async () => 'never')).toBe('stored')
  })
})

describe('a write that Valkey could not be told', () => {
  it('is told when it is back, before anything is read there', async () => {
    const valkey = await node()
    const [writer, other] = [open(valkey.port), open(valkey.port)]
    await writer.read('before')
    expect(await other.read('never')).toBe('before')
    valkey.hang()
    await writer.write()
    expect(await writer.read('after')).toBe('after')
    valkey.goOn()
    await vi.waitFor(async () => {
      expect(await writer.read('after')).toBe('after')
      expect(writer.levels.at(-1)).toBe('valkey')
    }, 10_000)
    expect(await other.read('never')).toBe('after')
  })

  it('because it is full, is told it nevertheless', async () => {
    const valkey = await node('--maxmemory-policy', 'noeviction')
    const [writer, other] = [open(valkey.port), open(valkey.port)]
    await writer.read('before')
    expect(await other.read('never')).toBe('before')
    await valkey.ask(['CONFIG', 'SET', 'maxmemory', '1'])
    await writer.write()
    expect(await other.read('after')).toBe('after')
    // It takes nothing new.
    expect(await other.read('later')).toBe('later')
    expect(other.events).toContain('cache.refused')
  })

  it('or that was lost with the primary, is told the next one', async () => {
    const [old, next] = [await node(), await node()]
    await untilFollowed(old, next)
    const endpoint = await startEndpoint(old)
    onTestFinished(() => endpoint.close())
    const writer = open(endpoint.port)
    await writer.read('before')
    await vi.waitFor(async () => expect((await next.ask(['DBSIZE'])) as number).toBeGreaterThan(2))
    await next.ask(['REPLICAOF', 'NO', 'ONE'])
    await writer.write()
    endpoint.primary = next
    old.stop()
    await vi.waitFor(async () => {
      expect(await writer.read('after')).toBe('after')
      expect(writer.levels.at(-1)).toBe('valkey')
    }, 10_000)
    // Who was not there when it failed, and so trusts what it finds.
    expect(await open(next.port).read('never')).toBe('after')
  })
})
