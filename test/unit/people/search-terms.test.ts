import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, nameBeginnings, nameOrder } from '#core/people/search-terms'

describe('what a name is found by', () => {
  it('begins with each of its words, and what follows it, without accents or capitals', () => {
    expect(nameBeginnings('Ana  María Núñez')).toEqual(['ana maria nunez', 'maria nunez', 'nunez'])
    expect(nameBeginnings('  ')).toEqual([])
    expect(nameBeginnings('李 小龍')).toEqual(['李 小龍', '小龍'])
  })

  it('says a word that comes twice once, where nothing follows either', () => {
    expect(nameBeginnings('Ana Ana')).toEqual(['ana ana', 'ana'])
  })

  it('is found by the beginning of any of its first words, however it is typed', () => {
    const word = fc.stringMatching(/^[A-Za-zÁÉÑáéñ]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (words, at) => {
        const sought = words[at % words.length]?.toUpperCase().slice(0, 3) ?? ''
        const found = nameBeginnings(words.join('  '))
        expect(found.some((start) => start.startsWith(folded(sought)))).toBe(true)
      }),
    )
  })

  it('is short and plain, whatever somebody wrote: no control sign ends an entry early', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const said = folded(text)
        expect(Buffer.byteLength(said)).toBeLessThanOrEqual(240)
        expect(said).not.toMatch(/\p{Cc}/u)
        expect(folded(said)).toBe(said)
      }),
    )
  })
})

it('lists those without a name behind all others', () => {
  const names = ['', 'Žofie', 'Ada', '𝒵oe', '😀']
  expect(names.toSorted((one, other) => (nameOrder(one) < nameOrder(other) ? -1 : 1)).at(-1)).toBe(
    '',
  )
})
