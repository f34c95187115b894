import { expect, it } from 'vitest'
import { mergeChange } from '#core/lessons/merge-change'

const stored = {
  item: { title: 'Kernel', text: 'New words', revision: 7 },
  changed: { title: 3, text: 7 },
}

it('sets what comes out different, and counts it', () => {
  expect(mergeChange(stored, { fields: { title: 'Image', text: 'New words' } })).toEqual({
    ...{ title: 'Image', revision: 8 },
    changed: { title: 8, text: 7 },
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
