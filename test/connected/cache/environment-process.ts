import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { openValkey } from '#adapters/cache/client/valkey'
import { createCache } from '#adapters/cache/levels/cache'
import type { Query } from '#adapters/cache/levels/query'

const address = `127.0.0.1:${process.argv[2]}`
const valkey = openValkey({
  primary: address,
  reader: address,
  tls: false,
  isCluster: false,
  user: null,
})
const cache = createCache(valkey, { onEvent: () => undefined })
const query: Query<string> = {
  ...{ name: 'text.1', memory: 60, valkey: 60, negative: 0, grace: 0, settles: 0 },
  schema: () => z.string(),
}
const shared = cache.shared(query)
const person = cache.person(query)
const ada = { of: 'ada', part: '' }

async function missOften(key: string): Promise<number> {
  let loads = 0
  const load = async () => {
    loads += 1
    await sleep(20)
    return 'read'
  }
  await Promise.all(Array.from({ length: 500 }, () => shared.read(key, '', load)))
  return loads
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, text = ''] = line.split(' ')
  if (what === 'connect') console.log(await valkey?.primary.send('', ['PING']))
  if (what === 'miss') console.log(await missOften(text))
  if (what === 'read') console.log(await person.read(ada, '', async () => text))
  if (what === 'write') console.log(await cache.forgetting([ada], async () => 'written'))
}
