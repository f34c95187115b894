import { afterEach, describe, expect, it } from 'vitest'
import { type CatalogCache, createCatalogCache } from '#adapters/cache/catalog-cache'
import { type Node, startNode } from '#test/connected/platform/redis-server'
import { freePort } from '#test/support/free-port'

const caches: CatalogCache[] = []
const servers: Node[] = []
const open = (url: string) => {
  const cache = createCatalogCache(url)
  caches.push(cache)
  return cache
}

const startServer = async () => {
  const server = await startNode()
  servers.push(server)
  return `redis://127.0.0.1:${server.port}`
}

/** The client connects in the background, and does without the server until then. */
const untilShared = async (cache: CatalogCache, other: CatalogCache) => {
  for (let tries = 0; tries < 50; tries++) {
    await cache.remember(`probe:${tries}`, async () => 'mine')
    if ((await other.remember(`probe:${tries}`, async () => 'theirs')) === 'mine') return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error('The two never shared an answer')
}

afterEach(async () => {
  for (const cache of caches.splice(0)) await cache.close()
  for (const server of servers.splice(0)) server.stop()
})

describe('the catalogue cache', () => {
  it('reads once for many callers at the same time', async () => {
    const cache = open('')
    let reads = 0
    const read = async () => ++reads
    const answers = await Promise.all([1, 2, 3].map(() => cache.remember('list', read)))
    expect(answers).toEqual([1, 1, 1])
  })

  it('reads again after publishing', async () => {
    const cache = open('')
    await cache.remember('list', async () => 'before')
    await cache.forgetAll()
    expect(await cache.remember('list', async () => 'after')).toBe('after')
  })

  it('passes on what a read threw, and remembers nothing of it', async () => {
    const cache = open(`redis://127.0.0.1:${await freePort()}`)
    const reason = new Error('No such page')
    await expect(cache.remember('list', () => Promise.reject(reason))).rejects.toBe(reason)
    expect(await cache.remember('list', async () => 'read')).toBe('read')
  })

  it('answers from the table while Valkey is away', async () => {
    const cache = open(`redis://127.0.0.1:${await freePort()}`)
    expect(await cache.remember('list', async () => 'read')).toBe('read')
    await expect(cache.forgetAll()).resolves.toBeUndefined()
  })

  it('shares answers between environments until one of them publishes', async () => {
    const url = await startServer()
    const [one, two, three] = [open(url), open(url), open(url)]
    await untilShared(one, two)
    await untilShared(one, three)
    await one.remember('course', async () => 'version 1')
    expect(await two.remember('course', async () => 'version 2')).toBe('version 1')
    await two.forgetAll()
    expect(await three.remember('course', async () => 'version 2')).toBe('version 2')
  })
})
