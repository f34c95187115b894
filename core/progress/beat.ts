import type { Heartbeat, LessonProgress, WatchedRanges } from '#contract/progress/progress'
import type { SyllabusLesson } from '#core/courses/syllabus-ports'
import { kindOf } from '#core/lessons/kinds/index'

/** What a heartbeat brought, which nobody can tell afterwards from the progress that it was added to. */
export interface Beat {
  /** When it was true, in epoch milliseconds. */
  readonly at: number
  /** Time spent since the beat before. */
  readonly seconds: number
  /** What it told of that had not been watched before, and what had: each apart from the other. */
  readonly fresh: WatchedRanges
  readonly again: WatchedRanges
  /** There where it completed the lesson. */
  readonly completes?: true
}

/** Who was silent for longer was away. */
const BREAK_SECONDS = 600
/** Of each list, the longest: whoever jumped about without a network tells of many, and each is paid for. */
const MOST_STRETCHES = 25

/** Of a heartbeat that was true at that moment: progress before it, and with it. */
export const beatOf = (
  before: LessonProgress | null,
  after: LessonProgress,
  lesson: SyllabusLesson,
  heartbeat: Heartbeat,
  moment: string,
): Beat => {
  const { within } = kindOf(lesson.kind)
  const { watched } = within({ ...after, watched: heartbeat.watched }, lesson)
  const { inside, outside } = split(watched, before?.watched ?? [])
  const at = Date.parse(moment)
  return {
    at,
    seconds: spentSeconds(before && (at - Date.parse(before.updatedAt)) / 1000, watched),
    fresh: longest(outside),
    again: longest(inside),
    ...(after.completed && !before?.completed && { completes: true }),
  }
}

/**
 * The time since the beat before was spent, unless it was a break: then what was watched in it was. A beat that comes
 * late, after a younger one, was counted with that.
 */
const spentSeconds = (since: number | null, watched: WatchedRanges): number => {
  if (since !== null && since <= BREAK_SECONDS) return Math.max(0, since)
  const seconds = watched.reduce((sum, [from, to]) => sum + to - from, 0)
  return Math.min(seconds, BREAK_SECONDS)
}

/** What of the ranges lies in none of the others. */
export const outsideOf = (ranges: WatchedRanges, others: WatchedRanges): WatchedRanges =>
  split(ranges, others).outside

/** What of the ranges lies inside the others, and what outside; both ascending and apart, as both lists are. */
const split = (ranges: WatchedRanges, others: WatchedRanges) => {
  const inside: [number, number][] = []
  const outside: [number, number][] = []
  for (const [from, to] of ranges) {
    let at = from
    for (const [start, end] of others) {
      if (end <= at || start >= to) continue
      if (start > at) outside.push([at, start])
      inside.push([Math.max(at, start), Math.min(end, to)])
      at = Math.min(end, to)
    }
    if (at < to) outside.push([at, to])
  }
  return { inside, outside }
}

const longest = (ranges: [number, number][]): WatchedRanges => {
  if (ranges.length <= MOST_STRETCHES) return ranges
  const length = ([from, to]: readonly [number, number]) => to - from
  const kept = new Set(ranges.toSorted((a, b) => length(b) - length(a)).slice(0, MOST_STRETCHES))
  return ranges.filter((range) => kept.has(range))
}
