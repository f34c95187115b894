/**
 * Rules of places in a video that server and client share: a video may be replaced by a shorter one at any
 * time, and what was noted of the longer one lies in the shorter, or nowhere. Seconds; a length of 0 or one
 * that is no number is a length that nobody knows yet, and takes nothing away. Free of zod, for the browser.
 */
type Range = readonly [from: number, to: number]

/** What is left behind such a place is nothing to play. */
const LAST_FRAMES_SECONDS = 0.5
/** So near the end a video is taken for watched. */
const CREDITS_SECONDS = 5

/** A place, at the end at most. */
export const placeWithin = (seconds: number, durationSeconds: number): number =>
  isKnown(durationSeconds) ? Math.min(seconds, durationSeconds) : seconds

/** Ranges up to the end; what begins behind it is not there. */
export const rangesWithin = (
  ranges: readonly Range[],
  durationSeconds: number,
): [number, number][] =>
  ranges
    .filter(([from]) => !isKnown(durationSeconds) || from < durationSeconds)
    .map(([from, to]) => [from, placeWithin(to, durationSeconds)])

/** Of chapters, captions, sprites, notes: those that begin before the end. */
export const beginningWithin = <T>(
  moments: readonly T[],
  secondOf: (moment: T) => number,
  durationSeconds: number,
): readonly T[] =>
  isKnown(durationSeconds)
    ? moments.filter((moment) => secondOf(moment) < durationSeconds)
    : moments

/** Where a stream begins that is asked to begin at a place: there, or at its beginning where it has no such place. */
export const startWithin = (seconds: number, durationSeconds: number): number =>
  isKnown(durationSeconds) && seconds > durationSeconds - LAST_FRAMES_SECONDS ? 0 : seconds

/** Where to start: the kept place, or the beginning where that is the end or behind it. */
export const resumeAt = (positionSeconds: number, durationSeconds: number): number =>
  isKnown(durationSeconds) && positionSeconds > durationSeconds - CREDITS_SECONDS
    ? 0
    : positionSeconds

const isKnown = (durationSeconds: number) => durationSeconds > 0 && Number.isFinite(durationSeconds)
