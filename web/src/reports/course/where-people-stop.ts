import type { FunnelLesson } from '#contract/reports/report'

/** The lesson after which the most people began no other, and how many; null where nobody stopped. */
export function whereMostStop(
  lessons: readonly FunnelLesson[],
): { readonly lesson: FunnelLesson; readonly stopped: number } | null {
  const stops = lessons.slice(0, -1).map((lesson, at) => ({
    lesson,
    stopped: lesson.started - (lessons[at + 1]?.started ?? 0),
  }))
  const most = stops.reduce<(typeof stops)[number] | null>(
    (found, one) => (one.stopped > (found?.stopped ?? 0) ? one : found),
    null,
  )
  return most
}
