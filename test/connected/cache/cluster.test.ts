import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { slotOf } from '#adapters/cache/client/slots'
import { createPersonRate } from '#adapters/cache/person-rate'
import { openEnvironment, placeAt, texts } from './environment.ts'
import { type ClusterNode, startCluster } from './redis-server.ts'

let nodes: ClusterNode[]
beforeAll(async () => {
  nodes = await startCluster(3)
})
afterAll(() => {
  for (const node of nodes) node.stop()
})
const place = () => placeAt(nodes[0]?.port ?? 0, { isCluster: true })
const people = Array.from({ length: 30 }, (_, n) => `person-${n}`)

it('knows the slot of a key as the cluster does', async () => {
  for (const key of ['lectern', '{}x', 'a{b}c', 'a{{b}c', '{ünï}v', 'lectern:{crs_1}:v:', ''])
    expect(await nodes[0]?.ask(['CLUSTER', 'KEYSLOT', key]), key).toBe(slotOf(key))
})

it('remembers and forgets on every node, by commands within one slot', async () => {
  const [one, two] = [openEnvironment(place()), openEnvironment(place())]
  const read = ({ cache }: typeof one, of: string, text: string) =>
    cache.person(texts()).read({ of, part: '' }, '', async () => text)
  for (const of of people) await read(one, of, `before, of ${of}`)
  for (const of of people) expect(await read(two, of, 'never')).toBe(`before, of ${of}`)
  await two.cache.forgetting(
    people.map((of) => ({ of, part: '' })),
    async () => undefined,
  )
  for (const of of people) expect(await read(one, of, 'after')).toBe('after')
  const cards = texts({ name: 'card.1' })
  const list = one.cache.shared(cards)
  const load = async (ids: readonly string[]) => new Map(ids.map((id) => [id, `of ${id}`]))
  expect((await list.readMany(people, load)).size).toBe(people.length)
  const far = await two.cache.shared(cards).readMany(people, async () => new Map())
  expect(far.get('person-7')).toBe('of person-7')
  expect([...one.events, ...two.events, ...one.errors, ...two.errors]).toEqual([])
})

it('counts each person’s calls on their node', async () => {
  const { valkey, errors } = openEnvironment(place())
  const rate = createPersonRate({ valkey, limit: 50, onError: (error) => errors.push(error) })
  const through = await Promise.all(
    people.flatMap((one) => Array.from({ length: 15 }, () => rate.count(one))),
  )
  expect(through.filter((wait) => wait === 0)).toHaveLength(people.length * 10)
  expect(errors).toEqual([])
})

it('follows a slot that moves, and does without the keys of a node that is gone', async () => {
  const { cache, events } = openEnvironment(place())
  const person = cache.person(texts())
  const read = (of: string, text: string) => person.read({ of, part: '' }, 'x', async () => text)
  for (const of of people) await read(of, 'before')
  const [first, second, third] = nodes
  if (!first || !second || !third) throw new Error('The cluster lacks nodes')
  const moved = people.find((of) => slotOf(of) < 5_461) ?? ''
  const keys = await keysOf(first, slotOf(moved))
  expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) await first.ask(['DEL', key])
  for (const node of nodes) await node.ask(['CLUSTER', 'SETSLOT', slotOf(moved), 'NODE', second.id])
  expect(await read(moved, 'moved')).toBe('moved')
  expect(await read(moved, 'never')).toBe('moved')
  third.stop()
  const [gone, there] = [
    people.find((of) => slotOf(of) > 10_923) ?? '',
    people.find((of) => slotOf(of) > 5_500 && slotOf(of) < 10_900) ?? '',
  ]
  expect(await read(gone, 'from the table')).toBe('from the table')
  // Some node was ill, so what is from before counts no more.
  expect(await read(there, 'anew')).toBe('anew')
  // That the node is gone may be found once more, by what else is asked of it.
  await vi.waitFor(async () => {
    await read(there, 'anew')
    expect(await read(there, 'never')).toBe('anew')
  })
  expect(events).toEqual([])
})

async function keysOf(node: ClusterNode, slot: number): Promise<string[]> {
  const keys = await node.ask(['CLUSTER', 'GETKEYSINSLOT', slot, 100])
  return Array.isArray(keys) ? keys.map(String) : []
}
