import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openValkey } from '#adapters/cache/client/valkey'
import { createPersonRate } from '#adapters/cache/person-rate'
import { type Environment, openEnvironment, placeAt, texts } from './environment.ts'
import { startEndpoint, startNode } from './redis-server.ts'

const node = async (...settings: string[]) => {
  const started = await startNode(...settings)
  onTestFinished(() => started.stop())
  return started
}
const ada = { of: 'ada', part: '' }

/** Every kind of use of a cache, again and again; each must be right. */
async function use({ cache, valkey }: Environment, times: number): Promise<void> {
  const shared = cache.shared(texts())
  const person = cache.person(texts())
  const rate = createPersonRate({ valkey, limit: 1_000_000 })
  for (let n = 0; n < times; n += 1) {
    expect(await rate.count('ada')).toBe(0)
    expect(await shared.read('crs_1', `${n}`, async () => `${n}`)).toBe(`${n}`)
    await cache.forgetting([ada], async () => undefined)
    expect(await person.read(ada, `${n}`, async () => `${n}`)).toBe(`${n}`)
    const ids = [`a${n}`, `b${n}`]
    const load = async (missing: readonly string[]) => new Map(missing.map((id) => [id, id]))
    expect([...(await shared.readMany(ids, load)).keys()]).toEqual(ids)
  }
}

describe('a Valkey that', () => {
  it.each([
    ['hangs', 'hang'],
    ['answers after half a second', 'delay'],
  ])(
    '%s is waited for once by each environment, and well again as soon as it is',
    async (_, how) => {
      const valkey = await node()
      const endpoint = await startEndpoint(valkey)
      onTestFinished(() => endpoint.close())
      const environment = openEnvironment(placeAt(endpoint.port))
      await use(environment, 1)
      expect(environment.errors).toEqual([])
      endpoint.packets.length = 0
      if (how === 'hang') valkey.hang()
      else endpoint.delay = 500
      await use(environment, 50)
      // One packet was waited for, of 50 times five; after it, only `PING` went out.
      const sent = endpoint.packets.filter((packet) => !/PING/.test(packet))
      expect(sent).toHaveLength(1)
      expect(environment.errors).toHaveLength(1)
      valkey.goOn()
      endpoint.delay = 0
      await vi.waitFor(async () => {
        environment.levels.length = 0
        await use(environment, 1)
        await environment.cache.person(texts()).read(ada, '0', async () => 'x')
        expect(environment.levels.at(-1)).toBe('valkey')
      }, 10_000)
    },
  )

  it('refuses everything costs no more than its refusal', async () => {
    const valkey = await node()
    const environment = openEnvironment(placeAt(valkey.port))
    await use(environment, 1)
    await valkey.ask(['ACL', 'SETUSER', 'default', '-@all', '+ping', '+acl'])
    await use(environment, 3)
    expect(environment.events).toContain('cache.refused')
    await valkey.ask(['ACL', 'SETUSER', 'default', '+@all'])
    await use(environment, 1)
    const person = environment.cache.person(texts())
    await person.read(ada, '0', async () => 'x')
    expect(environment.levels.at(-1)).toBe('valkey')
  })

  it('refuses to write, as a primary does that was demoted, is connected to anew', async () => {
    const [primary, replica] = [await node(), await node()]
    const environment = openEnvironment(placeAt(replica.port))
    await use(environment, 1)
    await replica.follow(primary)
    await use(environment, 3)
    await replica.ask(['REPLICAOF', 'NO', 'ONE'])
    await vi.waitFor(async () => {
      await use(environment, 1)
      await environment.cache.person(texts()).read(ada, '0', async () => 'x')
      expect(environment.levels.at(-1)).toBe('valkey')
    }, 10_000)
  })

  it.each([
    ['says that it reads its data still', '-LOADING Valkey is loading the dataset in memory\r\n'],
    ['speaks something else', 'HTTP/1.1 400 Bad Request\r\n\r\n'],
  ])('%s is as one that is away', async (_, answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', () => socket.write(answer))
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const address = server.address()
    const environment = openEnvironment(
      placeAt(typeof address === 'object' ? (address?.port ?? 0) : 0),
    )
    await use(environment, 20)
    expect(environment.errors).toHaveLength(1)
  })

  it('asks for a sign-in is signed in to by each connection', async () => {
    const { port } = await node('--requirepass', 'secret')
    const signIn = vi.fn(() => ({ username: 'default', password: 'secret' }))
    const valkey = openValkey(placeAt(port), { signIn })
    onTestFinished(() => valkey?.close())
    expect(await valkey?.primary.send('', ['PING'])).toBe('PONG')
    expect(signIn).toHaveBeenCalledTimes(1)
    const wrong = openValkey(placeAt(port), { signIn: () => ({ username: 'x', password: 'y' }) })
    onTestFinished(() => wrong?.close())
    await expect(wrong?.primary.send('', ['PING'])).rejects.toThrow()
  })
})

describe('a stored value', () => {
  const given = async () => {
    const valkey = await node()
    const [one, two] = [
      openEnvironment(placeAt(valkey.port)),
      openEnvironment(placeAt(valkey.port)),
    ]
    const read = ({ cache }: Environment, text: string, name = 'text.1') =>
      cache.shared(texts({ name })).read('crs_1', 'x'.repeat(3), async () => text)
    await read(one, 'a long one, '.repeat(500))
    const keys = await valkey.ask(['KEYS', '*text.1*'])
    const key = Array.isArray(keys) ? String(keys[0]) : ''
    return { valkey, one, two, key, read }
  }
  it.each([
    ['was poisoned', (value: Buffer) => Buffer.concat([value, Buffer.from('!')])],
    ['was cut off', (value: Buffer) => value.subarray(0, value.length - 3)],
    ['is empty', () => Buffer.alloc(0)],
    ['is a text of somebody else', () => Buffer.from('{"admin":true}')],
    [
      'has one bit that is wrong',
      (value: Buffer) => value.map((byte, at) => (at === 40 ? byte ^ 4 : byte)),
    ],
  ])('that %s is none: it is told, read anew and replaced', async (_, change) => {
    const { valkey, two, key, read } = await given()
    const value = await valkey.ask(['GET', key])
    await valkey.ask([
      'SET',
      key,
      Buffer.from(change(Buffer.isBuffer(value) ? value : Buffer.alloc(0))),
    ])
    expect(await read(two, 'anew')).toBe('anew')
    expect(two.events).toContain('cache.poisoned')
    expect(await read(openEnvironment(placeAt(valkey.port)), 'never')).toBe('anew')
  })

  it('of another key is none', async () => {
    const { valkey, two, key, read } = await given()
    const value = await valkey.ask(['GET', key])
    const other = key.replace('xxx', 'yyy')
    await valkey.ask(['SET', other, Buffer.isBuffer(value) ? value : ''])
    const list = two.cache.shared(texts())
    expect(await list.read('crs_1', 'yyy', async () => 'own')).toBe('own')
    expect(await read(two, 'never')).toContain('a long one')
  })

  it('of another form of the code is another', async () => {
    const { one, two, read } = await given()
    expect(await read(two, 'of form 2', 'text.2')).toBe('of form 2')
    expect(await read(one, 'never', 'text.2')).toBe('of form 2')
    expect(await read(two, 'never')).toContain('a long one')
    // A write of either makes both forgotten.
    await one.cache.forgetting([{ of: 'crs_1', part: '' }], async () => undefined)
    expect(await read(openEnvironment(placeAt((await given()).valkey.port)), 'x', 'text.2')).toBe(
      'x',
    )
  })
})

it('a table that throttles in the middle of a fill keeps nobody else from filling', async () => {
  const place = placeAt((await node()).port)
  const environments = Array.from({ length: 10 }, () => openEnvironment(place))
  let reads = 0
  const load = async () => {
    reads += 1
    await new Promise((done) => setTimeout(done, 20))
    if (reads === 1) throw new Error('ThrottlingException')
    return 'read'
  }
  const answers = await Promise.allSettled(
    environments.map(({ cache }) => cache.shared(texts()).read('*', '', load)),
  )
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  expect(await environments[0]?.cache.shared(texts()).read('*', '', load)).toBe('read')
})
