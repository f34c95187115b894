import type { LessonReport } from '#contract/reports/report'

type Part = LessonReport['parts'][number]

/** A stretch of a video, in seconds, and how much stands out there. */
export interface Moment {
  readonly from: number
  readonly to: number
  /** Of `replayed`: plays for each viewer. Of `skipped`: the share of viewers who were before and after it but not there. */
  readonly measure: number
}

const MOST = 3
/** What is played again by fewer than one in ten, or skipped by fewer, says nothing. */
const REPLAYED_FROM = 1.1
const SKIPPED_FROM = 0.1

/** Where people watched again, the most first. */
export const mostReplayed = (report: LessonReport): readonly Moment[] =>
  momentsOf(report, report.parts.map(replaysOf), REPLAYED_FROM)

/** Where people jumped over what they came back from, the most first. */
export const mostSkipped = (report: LessonReport): readonly Moment[] =>
  momentsOf(report, skipsOf(report.parts), SKIPPED_FROM)

const replaysOf = ({ viewers, plays }: Part) => (viewers > 0 ? plays / viewers : 0)

/** Whoever was on both sides of a part was at most the lesser of the two peaks. */
function skipsOf(parts: readonly Part[]): readonly number[] {
  const before = peaks(parts)
  const after = peaks(parts.toReversed()).toReversed()
  return parts.map(({ viewers }, at) => {
    const around = Math.min(before[at - 1] ?? 0, after[at + 1] ?? 0)
    return around > viewers ? 1 - viewers / around : 0
  })
}

function peaks(parts: readonly Part[]): readonly number[] {
  let peak = 0
  return parts.map(({ viewers }) => {
    peak = Math.max(peak, viewers)
    return peak
  })
}

/** Parts beside each other that stand out are one moment, measured by its greatest. */
function momentsOf(
  { partSeconds, durationSeconds }: LessonReport,
  measures: readonly number[],
  least: number,
): readonly Moment[] {
  const moments: Moment[] = []
  measures.forEach((measure, at) => {
    if (measure < least) return
    const [from, to] = [at * partSeconds, Math.min((at + 1) * partSeconds, durationSeconds)]
    const last = moments.at(-1)
    if (last?.to === from)
      moments.splice(-1, 1, { from: last.from, to, measure: Math.max(last.measure, measure) })
    else moments.push({ from, to, measure })
  })
  return moments.toSorted((a, b) => b.measure - a.measure).slice(0, MOST)
}
