import type { LessonReport, ReportPeriod } from '#contract/reports/report'
import { findOwnCourse, type OfCourse } from '#core/access/own-course'
import { notFound } from '#core/platform/errors'
import type { Steps } from '#core/reports/facts/facts'
import type { ReportDeps } from './course-report.ts'
import { publishedLessons } from './published-lessons.ts'
import { readAsOf, readCourseDays } from './read-facts.ts'

/** More than a screen can show. */
const MOST_PARTS = 200

/** How a lesson's video was watched; a lesson without one has no parts. */
export async function getLessonReport(
  deps: ReportDeps,
  { actor, courseId, lessonId, from, to }: OfCourse & ReportPeriod & { readonly lessonId: string },
): Promise<LessonReport> {
  const course = await findOwnCourse(deps, { actor, courseId }, 'reports')
  const [asOf, days, published] = await Promise.all([
    readAsOf(deps.facts),
    readCourseDays(deps.facts, courseId, { from, to }),
    publishedLessons(deps.content, course.id, course.publishedVersion),
  ])
  const lesson = published.find(({ id }) => id === lessonId)
  if (!lesson) throw notFound('lesson')
  const durationSeconds = lesson.durationSeconds ?? 0
  const steps = days.flatMap(([, { curves }]) => curves[lesson.id] ?? [])
  return {
    asOf,
    lessonId: lesson.id,
    title: lesson.title,
    durationSeconds,
    began: days.reduce((sum, [, { lessons }]) => sum + (lessons[lesson.id]?.[0] ?? 0), 0),
    ...partsOf(steps, durationSeconds),
  }
}

/**
 * How often each part was watched, as the mean over it: parts of whole seconds, as few as make 200 or less. Steps are
 * changes from one second to the next, in any order; what lies past the end is not there.
 */
export function partsOf(
  steps: Steps,
  durationSeconds: number,
): Pick<LessonReport, 'partSeconds' | 'parts'> {
  const seconds = Math.ceil(durationSeconds)
  const partSeconds = Math.max(1, Math.ceil(seconds / MOST_PARTS))
  const changes = Array.from({ length: seconds }, () => ({ plays: 0, viewers: 0 }))
  for (const [second, plays, viewers] of steps) {
    const change = changes[second]
    if (!change) continue
    change.plays += plays
    change.viewers += viewers
  }
  const parts: LessonReport['parts'] = []
  const now = { plays: 0, viewers: 0 }
  for (let from = 0; from < seconds; from += partSeconds) {
    const inside = changes.slice(from, from + partSeconds)
    const sums = { plays: 0, viewers: 0 }
    for (const change of inside) {
      now.plays += change.plays
      now.viewers += change.viewers
      sums.plays += now.plays
      sums.viewers += now.viewers
    }
    // The last second is as long as the video has it.
    const length = Math.min(durationSeconds, from + inside.length) - from
    parts.push({ plays: mean(sums.plays, length), viewers: mean(sums.viewers, length) })
  }
  return { partSeconds, parts }
}

const mean = (sum: number, length: number) => Math.max(0, Math.round((sum / length) * 1000) / 1000)
