import { type Gated, opensAt } from '#contract/lessons/gate/is-open'
import type { LessonId } from '#contract/platform/ids'
import { dayAt, shiftDay, startOfDay } from './calendar.ts'
import type { Rule, Rules } from './rule.ts'

/** How the lessons of a course open to its learners. */
export interface Release {
  readonly timeZone: string
  /** By lesson, its module's among them, of those that have any. */
  readonly rules: ReadonlyMap<string, Rules>
  /** The lessons of each module that a rule names. */
  readonly lessonsOf: ReadonlyMap<string, readonly string[]>
}

/** Of a course without rules. */
export const OPEN_AT_ONCE: Release = { timeZone: 'UTC', rules: new Map(), lessonsOf: new Map() }

/** What rules ask of a learner. */
export interface Learner {
  /** Null of those who teach the course: no rule holds for them. */
  readonly enrolledAt: string | null
  /** The lessons that they completed. */
  readonly completed: ReadonlySet<string>
}

/** What a lesson still waits for. */
export type Wait =
  /** `days`: so many after the enrolment. */
  | { readonly code: 'opens'; readonly at: string; readonly days?: number }
  | { readonly code: 'after_lesson'; readonly lessonId: LessonId }
  | ({ readonly code: 'after_module'; readonly moduleId: string } & Share)

interface Share {
  readonly percent: number
  /** Lessons that are completed, and that must be. */
  readonly done: number
  readonly needed: number
}

/** A published lesson, as far as its opening goes. */
export interface Released extends Gated {
  readonly id: string
}

/**
 * All that a lesson waits for before it opens to a learner; empty: it is open. What they completed stays open, whatever
 * was asked for since. The same on server and client.
 */
export function waitsOf(release: Release, lesson: Released, learner: Learner, now: Date): Wait[] {
  const { enrolledAt, completed } = learner
  if (completed.has(lesson.id)) return []
  const from = opensAt(lesson.audience)
  const gate = from === null ? null : opening(from, now)
  const rules = enrolledAt === null ? [] : (release.rules.get(lesson.id) ?? [])
  const known = { enrolledAt: enrolledAt ?? '', completed }
  return [gate ?? [], rules.flatMap((rule) => waitOf(rule, release, known, now) ?? [])].flat()
}

function waitOf(
  rule: Rule,
  { timeZone, lessonsOf }: Release,
  { enrolledAt, completed }: Learner & { readonly enrolledAt: string },
  now: Date,
): Wait | null {
  switch (rule.when) {
    case 'day':
      return opening(startOfDay(rule.on, timeZone), now)
    case 'days': {
      const day = shiftDay(dayAt(enrolledAt, timeZone), rule.after)
      const wait = opening(startOfDay(day, timeZone), now)
      return wait && { ...wait, days: rule.after }
    }
    case 'lesson':
      return completed.has(rule.lessonId) ? null : { code: 'after_lesson', lessonId: rule.lessonId }
    case 'module': {
      const lessons = lessonsOf.get(rule.moduleId) ?? []
      const done = lessons.filter((id) => completed.has(id)).length
      const needed = neededOf(lessons.length, rule.percent)
      const { moduleId, percent } = rule
      return done >= needed ? null : { code: 'after_module', moduleId, percent, done, needed }
    }
  }
}

const opening = (at: string, now: Date) =>
  Date.parse(at) <= now.getTime() ? null : ({ code: 'opens', at } as const)

/** So many of a module's lessons are at least that share of them. */
export const neededOf = (lessons: number, percent: number): number =>
  Math.ceil((lessons * percent) / 100)

/** Whether what a learner completed says how a lesson opens; otherwise clock and enrolment do. */
export const asksForProgress = ({ rules }: Release, lessonId: string): boolean =>
  rules.get(lessonId)?.some(({ when }) => when === 'lesson' || when === 'module') ?? false

/** When the clock next brings one of the waits to its end; null: no clock does. Epoch milliseconds. */
export function nextOpening(waits: Iterable<readonly Wait[]>): number | null {
  let next: number | null = null
  for (const wait of [...waits].flat()) {
    if (wait.code !== 'opens') continue
    const at = Date.parse(wait.at)
    if (next === null || at < next) next = at
  }
  return next
}
