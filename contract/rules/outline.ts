import type { Gated } from '#contract/lessons/gate/is-open'
import { startOfDay } from './calendar.ts'
import type { Release } from './release.ts'
import type { Rule, Rules } from './rule.ts'

/** A lesson, of a draft or published; what it has of its module's rules may stand among its own. */
export interface RuledLesson extends Gated {
  readonly id: string
  readonly rules?: Rules | undefined
}

export interface RuledModule {
  readonly id: string
  readonly rules?: Rules | undefined
  readonly lessons: readonly RuledLesson[]
}

/** Every rule that holds for a lesson, once: its module's, then its own. What is for everyone waits for nothing. */
export function rulesOf({ rules: ofModule = [] }: RuledModule, lesson: RuledLesson): Rules {
  if (lesson.audience?.who === 'everyone') return []
  const rules = [...ofModule, ...(lesson.rules ?? [])]
  const keys = rules.map(keyOf)
  return rules.filter((_, at) => keys.indexOf(keys[at] ?? '') === at)
}

/** Those rules that a module does not have. */
export function ownRules(
  { rules: ofModule = [] }: Pick<RuledModule, 'rules'>,
  rules: Rules,
): Rules {
  const keys = new Set(ofModule.map(keyOf))
  return rules.filter((rule) => !keys.has(keyOf(rule)))
}

/** Another for every rule that is another, in whatever order its fields were stored. */
const keyOf = (rule: Rule): string => JSON.stringify(Object.entries(rule).sort())

export const areSameRules = (one: Rules, other: Rules): boolean =>
  one.length === other.length && ownRules({ rules: one }, other).length === 0

/** The rules that may hold somebody up from now on: a day that has come does not. */
export const rulesAt = (rules: Rules, timeZone: string, now: Date): Rules =>
  rules.filter(
    (rule) => rule.when !== 'day' || Date.parse(startOfDay(rule.on, timeZone)) > now.getTime(),
  )

/** How the lessons of an outline open. */
export function releaseOf({
  timeZone,
  modules,
}: {
  readonly timeZone: string
  readonly modules: readonly RuledModule[]
}): Release {
  const rules = new Map(
    modules.flatMap((module) =>
      module.lessons.flatMap((lesson) => {
        const all = rulesOf(module, lesson)
        return all.length > 0 ? [[lesson.id, all] as const] : []
      }),
    ),
  )
  const named = new Set<string>(
    [...rules.values()].flat().flatMap((rule) => (rule.when === 'module' ? rule.moduleId : [])),
  )
  return {
    timeZone,
    rules,
    lessonsOf: new Map(
      modules
        .filter(({ id }) => named.has(id))
        .map(({ id, lessons }) => [id, lessons.map((lesson) => lesson.id)]),
    ),
  }
}
