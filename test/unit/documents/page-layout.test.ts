import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  GAP,
  heightOf,
  inFront,
  layOut,
  pageAt,
  placeAt,
  type Size,
} from '#web/documents/model/page-layout.ts'
import { fittingWidth, pixelsPer, zoomed } from '#web/documents/model/zoom.ts'

const side = fc.double({ min: 0.001, max: 1e9, noNaN: true })
const size = fc.record({ width: side, height: side })
const sizes = fc.array(fc.option(size, { nil: undefined }), { minLength: 1, maxLength: 60 })
const width = fc.integer({ min: 120, max: 4_000 })

describe('pages one below the other', () => {
  it('stand apart, in order, and end where the layout does', () => {
    fc.assert(
      fc.property(sizes, width, (known, shown) => {
        const layout = layOut(known, shown)
        for (const [at, top] of layout.tops.entries()) {
          const before = layout.tops[at - 1] ?? 0
          const height = layout.sizes[at - 1]?.height ?? 0
          expect(top - before - height).toBeCloseTo(GAP, 3)
        }
        const last = layout.tops.length - 1
        const end = (layout.tops[last] ?? 0) + (layout.sizes[last]?.height ?? 0)
        expect(layout.height - end).toBeCloseTo(GAP, 3)
      }),
    )
  })

  it('are never wider than their place, nor so long that a browser ends before them', () => {
    fc.assert(
      fc.property(size, width, (own, shown) => {
        const [page] = layOut([own], shown).sizes as [Size]
        expect(page.width).toBeLessThanOrEqual(shown + 1e-6)
        expect(page.height).toBeLessThanOrEqual(10 * shown + 1e-6)
        expect(page.width).toBeGreaterThan(0)
      }),
    )
  })

  it('keep the place that is read when their width changes', () => {
    fc.assert(
      fc.property(
        sizes,
        width,
        width,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, one, other, share) => {
          const before = layOut(known, one)
          const place = placeAt(before, share * before.height)
          const after = layOut(known, other)
          const again = placeAt(after, heightOf(after, place))
          // In the gap behind a page the next may be the nearer by rounding.
          expect(Math.abs(again.page - place.page)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('are found by where they begin', () => {
    const layout = layOut(Array.from({ length: 300 }), 800)
    for (const page of [0, 1, 17, 299]) {
      expect(pageAt(layout, layout.tops[page] ?? 0)).toBe(page)
      expect(pageAt(layout, (layout.tops[page] ?? 0) + 5)).toBe(page)
    }
    expect(pageAt(layout, -50)).toBe(0)
    expect(pageAt(layout, layout.height * 2)).toBe(299)
  })
})

describe('what is read', () => {
  const layout = layOut(
    Array.from({ length: 4 }, () => ({ width: 100, height: 50 })),
    400,
  )
  // Each is 200 high, with 12 between: 860 in all.

  it('is the first page at the beginning and the last at the end, however much is shown', () => {
    expect(inFront(layout, 0, 1_000)).toEqual({ page: 0, first: 0, last: 3 })
    expect(inFront(layout, layout.height - 300, 300).page).toBe(3)
  })

  it('is the page in the middle, with those of which half is seen', () => {
    expect(inFront(layout, 224, 200)).toEqual({ page: 1, first: 1, last: 1 })
    expect(inFront(layout, 110, 340)).toEqual({ page: 1, first: 0, last: 1 })
  })
})

describe('zoom', () => {
  it('goes by steps, and ends at both ends', () => {
    expect(zoomed(1, 1, 1_000)).toBe(1.25)
    expect(zoomed(1, -1, 1_000)).toBe(0.75)
    expect(zoomed(0.5, -1, 1_000)).toBe(0.5)
    expect(zoomed(4, 1, 1_000)).toBe(4)
  })

  it('stops before all pages together are higher than browsers draw', () => {
    expect(zoomed(2, 1, 11_000_000)).toBe(2)
    expect(zoomed(2, -1, 11_000_000)).toBe(1.5)
  })

  it('fits the place, and no wider than lines can be read', () => {
    expect(fittingWidth(366)).toBe(366)
    expect(fittingWidth(2_400)).toBe(920)
    expect(fittingWidth(10)).toBe(120)
  })

  it('draws no canvas that is larger than phones have', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(1, 1.5, 2, 3), (width, height, screen) => {
        const pixels = pixelsPer({ width, height }, screen)
        expect(pixels).toBeLessThanOrEqual(screen)
        expect(width * height * pixels ** 2).toBeLessThanOrEqual(16_000_001)
        expect(Math.max(width, height) * pixels).toBeLessThanOrEqual(8_193)
      }),
    )
  })
})
