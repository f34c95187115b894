/**
 * Rules of watched ranges that server and client share. Free of zod, so that a browser loads nothing more
 * for them.
 */
type Range = readonly [from: number, to: number]

/** Players lose up to this much where they pause, seek or change quality. */
const SEAM_SECONDS = 1
/** As many as `WatchedRanges` allows; who jumps about more is given the shortest stretches between. */
const MOST_RANGES = 200
/** What a player may leave unreported at the end: its last frame, and the end of a longer sound track. */
const LOOSE_END_SECONDS = 1

/**
 * Everything that is in any of the lists, as `WatchedRanges` has it: ascending, apart by a second or
 * more, at most 200. Ranges that are empty or turned round are not there. The order of the lists, and
 * how often one is named, change nothing; up to 200 ranges, so does in which steps they are joined.
 */
export function unionOfRanges(...lists: readonly (readonly Range[])[]): [number, number][] {
  const joined: [number, number][] = []
  const sorted = lists
    .flat()
    .filter(([from, to]) => from < to)
    .sort(([a], [b]) => a - b)
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last && from - last[1] < SEAM_SECONDS) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return withoutShortestGaps(joined)
}

/** The share of the video that the ranges cover, 0–1; what lies beyond its end does not count. */
export const watchedShare = (ranges: readonly Range[], durationSeconds: number): number =>
  durationSeconds > 0 ? Math.min(1, watchedSeconds(ranges, durationSeconds) / durationSeconds) : 0

/** Whether enough was watched for a lesson that is complete from `completionShare` on. */
export const isWatched = (
  ranges: readonly Range[],
  video: { readonly durationSeconds: number; readonly completionShare: number },
): boolean => {
  const { durationSeconds, completionShare } = video
  const looseEnd = Math.min(LOOSE_END_SECONDS, durationSeconds / 20)
  return watchedSeconds(ranges, durationSeconds) + looseEnd >= completionShare * durationSeconds
}

const watchedSeconds = (ranges: readonly Range[], durationSeconds: number) =>
  unionOfRanges(ranges).reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, durationSeconds) - from),
    0,
  )

const withoutShortestGaps = (ranges: [number, number][]): [number, number][] => {
  if (ranges.length <= MOST_RANGES) return ranges
  const gapBefore = (at: number) => (ranges[at]?.[0] ?? 0) - (ranges[at - 1]?.[1] ?? 0)
  const kept = new Set(
    ranges
      .map((_, at) => at)
      .slice(1)
      .sort((a, b) => gapBefore(b) - gapBefore(a) || a - b)
      .slice(0, MOST_RANGES - 1),
  )
  const joined: [number, number][] = []
  for (const [at, [from, to]] of ranges.entries()) {
    const last = joined.at(-1)
    if (last && !kept.has(at)) last[1] = to
    else joined.push([from, to])
  }
  return joined
}
