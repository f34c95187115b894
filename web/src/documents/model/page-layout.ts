/*
 * Where the pages of a document stand, one below the other, so that only those near what is shown need to be there.
 */

export interface Size {
  readonly width: number
  readonly height: number
}

/** A page, from 0, and a place on it: 0 is its top, 1 its bottom. */
export interface Place {
  readonly page: number
  readonly part: number
}

export interface PageLayout {
  /** Each page as it is shown, in CSS pixels. */
  readonly sizes: readonly Size[]
  /** Where each begins. */
  readonly tops: readonly number[]
  readonly height: number
}

export const GAP = 12
/** A4, for pages of which nothing is known yet. */
export const A4: Size = { width: 595, height: 842 }
/** A page that is longer than so many times its width is made narrower: browsers end at some 16 million pixels. */
const MOST_RATIO = 10

/** Pages of these sizes, each as wide as that; of which nothing is known yet, as one that is. */
export function layOut(sizes: readonly (Size | undefined)[], width: number): PageLayout {
  const likely = sizes.find((size) => size !== undefined) ?? A4
  const shown: Size[] = []
  const tops: number[] = []
  let top = GAP
  for (const size of sizes) {
    const fitted = fit(size ?? likely, width)
    shown.push(fitted)
    tops.push(top)
    top += fitted.height + GAP
  }
  return { sizes: shown, tops, height: top }
}

function fit(size: Size, width: number): Size {
  const ratio = size.width > 0 && size.height > 0 ? size.height / size.width : 1
  const height = width * Math.min(ratio, MOST_RATIO)
  return { width: Math.max(1, height / ratio), height: Math.max(1, height) }
}

/** The last page that begins at or above such a height, or the first. */
export function pageAt({ tops }: PageLayout, y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}

export function placeAt(layout: PageLayout, y: number): Place {
  const page = pageAt(layout, y)
  const height = layout.sizes[page]?.height ?? 1
  return { page, part: (y - (layout.tops[page] ?? 0)) / height }
}

export const heightOf = (layout: PageLayout, { page, part }: Place): number =>
  (layout.tops[page] ?? 0) + part * (layout.sizes[page]?.height ?? 0)

/** What is read when so much is shown from there on. */
export interface InFront {
  /** The page in the middle; at the very end the last, at the beginning the first. */
  readonly page: number
  /** The pages around it of which at least half is shown. */
  readonly first: number
  readonly last: number
}

export function inFront(layout: PageLayout, top: number, shown: number): InFront {
  const count = layout.tops.length
  const isAtEnd = top > 0 && top + shown >= layout.height - 2
  const page = isAtEnd ? count - 1 : top <= 0 ? 0 : pageAt(layout, top + shown / 2)
  const isShown = (at: number) => {
    const from = layout.tops[at] ?? 0
    const height = layout.sizes[at]?.height ?? 1
    const visible = Math.min(top + shown, from + height) - Math.max(top, from)
    return visible >= height / 2
  }
  let first = page
  let last = page
  while (first > 0 && isShown(first - 1)) first -= 1
  while (last < count - 1 && isShown(last + 1)) last += 1
  return { page, first, last }
}
