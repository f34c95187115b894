import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countIn, folded, foldedPage, matchesIn } from '#web/documents/model/find-text.ts'

const items = (...lines: string[]) => lines.map((str) => ({ str, hasEOL: true }))
/** What a match covers, as it stands on the page. */
const covered = (page: ReturnType<typeof items>, query: string) =>
  matchesIn(page, folded(query)).map(({ from, to }) =>
    from.item === to.item
      ? page[from.item]?.str.slice(from.offset, to.offset)
      : [page[from.item]?.str.slice(from.offset), page[to.item]?.str.slice(0, to.offset)],
  )

describe('a text on a page', () => {
  it.each([
    ['cache', ['Cache', 'CACHE']],
    ['ÚLTIMA', ['última']],
    ['office', ['o\ufb03ce']],
    ['keyword', ['key\u00adword']],
  ])('is found without regard to how it is written: %s', (query, found) => {
    const page = items('Cache and CACHE, a última page', 'an o\ufb03ce, a key\u00adword')
    expect(covered(page, query)).toEqual(found)
  })

  it('is found over the end of a line and over spaces of any number', () => {
    const page = items('where a line', 'breaks   twice')
    expect(covered(page, 'line breaks')).toEqual([['line', 'breaks']])
    expect(covered(page, 'breaks twice')).toEqual(['breaks   twice'])
  })

  it('is found within words, in other scripts, and as often as it stands there', () => {
    expect(covered(items('concatenate a cat'), 'cat')).toEqual(['cat', 'cat'])
    expect(covered(items('東京都に住む'), '京都')).toEqual(['京都'])
    expect(countIn(folded('aaaa'), 'aa')).toBe(2)
  })

  it('is not found where it is not, and nothing finds nothing', () => {
    expect(covered(items('one', 'two'), 'onetwo')).toEqual([])
    expect(matchesIn(items('one'), '')).toEqual([])
    expect(countIn('one', '')).toBe(0)
  })

  it('is counted as often as it is marked', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'ﬁ', '\u0301', '\u00ad') })
    fc.assert(
      fc.property(fc.array(text), text, (lines, query) => {
        const page = items(...lines)
        expect(matchesIn(page, folded(query))).toHaveLength(
          countIn(foldedPage(page), folded(query)),
        )
      }),
    )
  })
})
