import type { Sayings } from '#contract/words/said'
import { ruleLimits } from './limits.ts'
import { type RuledLesson, type RuledModule, releaseOf } from './outline.ts'
import { neededOf, type Release } from './release.ts'
import type { Rule } from './rule.ts'

/** What rules have to say before they are published. */
export const ruleProblemSayings = {
  /** Each waits for the next, and the last for the first; of one alone: it waits for itself. */
  rules_in_circle: { lessons: 'texts' },
  /** What it waits for was deleted. */
  lesson_waits_for_nothing: { lesson: 'text' },
  module_waits_for_nothing: { module: 'text' },
  too_many_rules: { rules: 'number', most: 'number' },
} as const satisfies Sayings

export type RuleProblem =
  | { readonly code: 'rules_in_circle'; readonly params: { readonly lessons: readonly string[] } }
  | {
      readonly code: 'lesson_waits_for_nothing'
      readonly params: { readonly lesson: string }
    }
  | {
      readonly code: 'module_waits_for_nothing'
      readonly params: { readonly module: string }
    }
  | {
      readonly code: 'too_many_rules'
      readonly params: { readonly rules: number; readonly most: number }
    }

interface Titled {
  readonly title: string
}
export interface DraftedModule extends RuledModule, Titled {
  readonly lessons: readonly (RuledLesson & Titled)[]
}

/**
 * Why there are lessons that no learner could ever open, however long they wait and whatever they complete; empty where
 * there are none.
 */
export function ruleProblems(modules: readonly DraftedModule[]): RuleProblem[] {
  const release = releaseOf({ timeZone: 'UTC', modules })
  if (release.rules.size === 0) return []
  const count = [...release.rules.values()].flat().length
  const most = ruleLimits.ofCourse
  if (count > most) return [{ code: 'too_many_rules', params: { rules: count, most } }]
  const lessons = modules.flatMap((module) => module.lessons)
  const known = new Set<string>([...lessons, ...modules].map(({ id }) => id))
  const isGone = (rule: Rule) => {
    const target = targetOf(rule)
    return target !== null && !known.has(target)
  }
  const gone = modules.flatMap((module): RuleProblem[] => [
    ...(module.rules?.some(isGone)
      ? [{ code: 'module_waits_for_nothing' as const, params: { module: module.title } }]
      : []),
    ...module.lessons
      .filter(({ audience, rules }) => audience?.who !== 'everyone' && rules?.some(isGone))
      .map(({ title }) => ({
        code: 'lesson_waits_for_nothing' as const,
        params: { lesson: title },
      })),
  ])
  const titles = new Map(lessons.map(({ id, title }) => [id, title]))
  const circles = circlesAmong(
    release,
    unreachable(
      release,
      lessons.map(({ id }) => id),
    ),
  )
  return [
    ...gone,
    ...circles.map((ids) => ({
      code: 'rules_in_circle' as const,
      params: { lessons: ids.map((id) => titles.get(id) ?? id) },
    })),
  ]
}

const targetOf = (rule: Rule): string | null => {
  if (rule.when === 'lesson') return rule.lessonId
  return rule.when === 'module' ? rule.moduleId : null
}

/** The lessons that stay closed to somebody who completes all that opens, until nothing more does; time passes by itself. */
export function unreachable(release: Release, lessons: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const left = new Set(lessons)
  const counts = new Map([...release.lessonsOf.keys()].map((id) => [id, 0]))
  const modulesOf = new Map<string, string[]>()
  for (const [moduleId, within] of release.lessonsOf)
    for (const id of within) modulesOf.set(id, [...(modulesOf.get(id) ?? []), moduleId])
  const holds = (rule: Rule) => {
    if (rule.when === 'lesson') return reached.has(rule.lessonId)
    if (rule.when !== 'module') return true
    const within = release.lessonsOf.get(rule.moduleId)
    return within && (counts.get(rule.moduleId) ?? 0) >= neededOf(within.length, rule.percent)
  }
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const id of left) {
      if (!(release.rules.get(id) ?? []).every(holds)) continue
      reached.add(id)
      left.delete(id)
      for (const moduleId of modulesOf.get(id) ?? [])
        counts.set(moduleId, (counts.get(moduleId) ?? 0) + 1)
    }
  }
  return left
}

/** From each closed lesson to one that it waits for, until one comes again: what lies between is a circle. Each is told once. */
function circlesAmong(release: Release, closed: ReadonlySet<string>): string[][] {
  const next = (id: string) =>
    (release.rules.get(id) ?? [])
      .flatMap((rule) => {
        if (rule.when === 'lesson') return rule.lessonId
        return rule.when === 'module' ? (release.lessonsOf.get(rule.moduleId) ?? []) : []
      })
      .find((target) => closed.has(target))
  const seen = new Set<string>()
  const circles: string[][] = []
  for (const start of closed) {
    const way: string[] = []
    let at: string | undefined = start
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      way.push(at)
      at = next(at)
    }
    const from = at === undefined ? -1 : way.indexOf(at)
    if (from >= 0) circles.push(way.slice(from))
  }
  return circles
}
