import { describe, expect, it } from 'vitest'
import { ReadThrough } from '#web/documents/model/read-through.ts'

const read = (from: number, pages: number, ...spans: [number, number][]) => {
  const reading = new ReadThrough(from, pages)
  for (const [first, last] of spans) reading.add(first, last)
  return reading.isWhole
}

describe('a document', () => {
  it('is read through once every page was in front, in whichever order', () => {
    expect(read(1, 3, [1, 1], [2, 2])).toBe(false)
    expect(read(1, 3, [3, 3], [1, 2])).toBe(true)
    expect(read(1, 1, [1, 1])).toBe(true)
  })

  it('is not by a jump to its end', () => {
    expect(read(1, 300, [1, 2], [299, 300])).toBe(false)
  })

  it('is from the page on at which its reader went on', () => {
    expect(read(2, 3, [2, 3])).toBe(true)
    expect(read(2, 3, [1, 1], [3, 3])).toBe(false)
  })

  it('is not by pages that it does not have', () => {
    expect(read(1, 2, [2, 9])).toBe(false)
    expect(read(1, 0, [1, 1])).toBe(false)
  })
})
