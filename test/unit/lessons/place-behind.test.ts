import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOrder, type Placed, placeBehind } from '#core/lessons/place-behind'

const idsOf = (items: readonly Placed[]) => inOrder(items).map(({ id }) => id)
const move = (items: readonly Placed[], id: string, after: string | null): Placed[] => {
  const places = placeBehind(items, id, after)
  return items.map((item) => ({ ...item, position: places.get(item.id) ?? item.position }))
}
const moved = (order: readonly string[], id: string, after: string | null) => {
  const others = order.filter((other) => other !== id)
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, id)
}

/** Many with equal positions, as of files that all begin with the same number. */
const items = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1 }), position: fc.integer({ min: 1, max: 3 }) }),
  { selector: ({ id }) => id, minLength: 2, maxLength: 12 },
)

it('puts an item right behind another, wherever both were, time after time', () => {
  fc.assert(
    fc.property(items, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }), (some, moves) => {
      let now: Placed[] = some
      for (const [which, behind] of moves) {
        const id = some[which % some.length]?.id ?? ''
        const after = [null, ...some.map((one) => one.id)][behind % (some.length + 1)] ?? null
        if (after === id) continue
        const next = move(now, id, after)
        expect(idsOf(next)).toEqual(moved(idsOf(now), id, after))
        now = next
      }
    }),
  )
})

it('makes room where hundreds were put into one place, by moving few others', () => {
  let now: Placed[] = ['a', 'b', 'c'].map((id, at) => ({ id, position: at + 1 }))
  for (let n = 0; n < 600; n += 1) {
    const id = n % 2 ? 'b' : 'c'
    const places = placeBehind(now, id, 'a')
    expect(places.size).toBeLessThan(4)
    now = move(now, id, 'a')
    expect(idsOf(now)).toEqual(['a', id, id === 'b' ? 'c' : 'b'])
  }
})

it('changes nothing where the item stands there already', () => {
  const some = ['a', 'b'].map((id) => ({ id, position: 1 }))
  expect(placeBehind(some, 'b', 'a').size).toBe(0)
  expect(placeBehind(some, 'a', null).size).toBe(0)
})
