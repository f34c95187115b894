import { afterEach, describe, expect, it, test } from 'vitest'
import { type CatalogCache, createCatalogCache } from '#adapters/cache/catalog-cache'
import { type Endpoint, type Node, startEndpoint, startNode } from './redis-server.ts'

const caches: CatalogCache[] = []
const nodes: Node[] = []
const endpoints: Endpoint[] = []
const node = async () => {
  const started = await startNode()
  nodes.push(started)
  return started
}
const open = (url: string) => {
  const cache = createCatalogCache(url)
  caches.push(cache)
  return cache
}

afterEach(async () => {
  for (const cache of caches.splice(0)) await cache.close()
  for (const endpoint of endpoints.splice(0)) endpoint.close()
  for (const { stop } of nodes.splice(0)) stop()
})

let asked = 0
/** Whether an answer that one environment read is there for the other. */
async function isShared(one: CatalogCache, other: CatalogCache): Promise<boolean> {
  const key = `probe:${asked++}`
  await one.remember(key, async () => 'mine')
  return (await other.remember(key, async () => 'theirs')) === 'mine'
}
async function untilShared(one: CatalogCache, other: CatalogCache, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000
  while (!(await isShared(one, other))) {
    if (performance.now() > end) throw new Error(`Nothing was shared within ${seconds} seconds.`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Two environments that share answers through the primary, and a second node to fail over to. */
async function shared() {
  const [old, next] = [await node(), await node()]
  const endpoint = await startEndpoint(old)
  endpoints.push(endpoint)
  const [one, other] = [open(endpoint.url), open(endpoint.url)]
  await untilShared(one, other, 5)
  return { old, next, endpoint, one, other }
}

describe('after a failover, environments share answers again', () => {
  it('when the old primary lives on as a replica that refuses writes', async () => {
    const { old, next, endpoint, one, other } = await shared()
    await old.follow(next)
    endpoint.primary = next
    await untilShared(one, other, 10)
  })

  it('when the old primary hangs and nobody closes its connections', async () => {
    const { old, next, endpoint, one, other } = await shared()
    old.hang()
    endpoint.primary = next
    await untilShared(one, other, 10)
  })
})

test('while Valkey hangs, the first answers wait for it less than a second, and later ones do not', async () => {
  const { old, one } = await shared()
  old.hang()
  const begun = performance.now()
  const waits: { at: number; ms: number }[] = []
  for (let n = 0; performance.now() < begun + 4_000; n++) {
    const at = performance.now() - begun
    expect(await one.remember(`read:${n}`, async () => n)).toBe(n)
    waits.push({ at, ms: performance.now() - begun - at })
    await new Promise((done) => setTimeout(done, 20))
  }
  expect(Math.max(...waits.map(({ ms }) => ms))).toBeLessThan(1_000)
  const later = waits.flatMap(({ at, ms }) => (at > 2_000 ? [ms] : [])).sort((a, b) => a - b)
  expect(later[Math.floor(later.length / 2)]).toBeLessThan(100)
})
