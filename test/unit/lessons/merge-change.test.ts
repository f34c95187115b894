import { expect, it } from 'vitest'
import { handOf, mergeChange } from '#core/lessons/merge-change'

const stored = {
  item: { title: 'Kernel', text: 'New words', revision: 7 },
  changed: { title: 3, text: 7 },
  hands: {},
}

it('sets what comes out different, and counts it', () => {
  expect(mergeChange(stored, { fields: { title: 'Image', text: 'New words' } })).toEqual({
    ...{ title: 'Image', revision: 8 },
    changed: { title: 8, text: 7 },
    hands: {},
  })
  expect(mergeChange(stored, { fields: { title: 'Kernel', text: undefined } })).toBeNull()
})

it('lets pass what nobody changed since it was read, whatever else was', () => {
  expect(mergeChange(stored, { fields: { title: 'Image' }, seen: 3 })).toMatchObject({
    ...{ title: 'Image', revision: 8 },
  })
})

it('refuses what somebody changed since, and says what stands there now', () => {
  const late = () => mergeChange(stored, { fields: { text: 'Mine', title: 'Image' }, seen: 6 })
  expect(late).toThrow(
    expect.objectContaining({ code: 'conflict', current: { revision: 7, text: 'New words' } }),
  )
})

it('has nothing against two who write the same', () => {
  expect(mergeChange(stored, { fields: { text: 'New words' }, seen: 1 })).toBeNull()
})

it('notes whose doing it is, and that it is nobody’s where it follows from something else', () => {
  const long = { userId: 'ada', name: 'A'.repeat(2000) }
  const ada = handOf(long, new Date(0))
  expect(ada.name.length).toBeLessThanOrEqual(100)
  const once = mergeChange(stored, { fields: { title: 'Image', text: 'Mine' }, hand: ada })
  expect(once).toMatchObject({ hands: { title: ada, text: ada } })
  const [item, hands] = [
    { ...stored.item, title: 'Image' },
    { title: ada, text: ada },
  ]
  const again = mergeChange({ ...stored, item, hands }, { fields: { text: 'A machine’s' } })
  expect(again?.hands).toEqual({ title: ada })
})
