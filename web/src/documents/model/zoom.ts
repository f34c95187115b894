import type { Size } from './page-layout.ts'

/** How wide a page is beside the width that fits. */
const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const

/** Wider than this, lines are too long to read on a screen of any size. */
const WIDEST_FIT = 920
/** Firefox ends at 17.9 million pixels: https://bugzilla.mozilla.org/show_bug.cgi?id=1527404 */
const MOST_HEIGHT = 15_000_000

/** The width of a page at zoom 1 in a place that is so wide. */
export const fittingWidth = (room: number): number => Math.max(120, Math.min(room, WIDEST_FIT))

/** The next step up or down from a zoom; the same where there is none, or all pages together grew too high for browsers. */
export function zoomed(zoom: number, direction: 1 | -1, heightNow: number): number {
  const steps = direction === 1 ? STEPS : STEPS.toReversed()
  const next = steps.find((step) => (step - zoom) * direction > 0)
  return next === undefined || (heightNow * next) / zoom > MOST_HEIGHT ? zoom : next
}

/** Safari on iPhones draws no canvas that has more. */
const MOST_PIXELS = 16_000_000
const LONGEST_SIDE = 8_192

/** How many pixels of a canvas stand for one of a page: as many as the screen has, and no more than browsers draw. */
export const pixelsPer = ({ width, height }: Size, screen: number): number =>
  Math.min(
    screen,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  )
