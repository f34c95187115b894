import { describe, it, onTestFinished } from 'vitest'
import { type Environment, openEnvironment, placeAt, texts } from './environment.ts'
import { startEndpoint, startNode } from './redis-server.ts'

const node = async () => {
  const started = await startNode()
  onTestFinished(() => started.stop())
  return started
}

let asked = 0
/** Whether an answer that one environment read is there for the other. */
async function isShared(one: Environment, other: Environment): Promise<boolean> {
  const key = `probe:${asked++}`
  await one.cache.shared(texts()).read('*', key, async () => 'mine')
  return (await other.cache.shared(texts()).read('*', key, async () => 'theirs')) === 'mine'
}
async function untilShared(one: Environment, other: Environment, seconds: number): Promise<void> {
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
  onTestFinished(() => endpoint.close())
  const place = placeAt(endpoint.port)
  const [one, other] = [openEnvironment(place), openEnvironment(place)]
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
