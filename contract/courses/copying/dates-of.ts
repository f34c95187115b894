import type { Gated } from '#contract/lessons/gate/is-open'
import { opensAt } from '#contract/lessons/gate/is-open'
import { dayAt, shiftDay, shiftInstant } from '#contract/rules/calendar'
import type { Rule, Rules } from '#contract/rules/rule'

/** As many days as dates may be moved by: a hundred years. */
export const MOST_SHIFTED_DAYS = 36_500

interface Dated {
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly timeZone: string
}

interface DatedLesson extends Gated {
  readonly rules?: Rules | undefined
}
interface DatedModule {
  readonly rules?: Rules | undefined
  readonly lessons: readonly DatedLesson[]
}

/** The day by which the dates of a course are moved: its first, or where none is said the first of all; null: it has no date. */
export function firstDayOf(course: Dated, modules: readonly DatedModule[]): string | null {
  const { startsOn, endsOn, timeZone } = course
  if (startsOn !== null) return startsOn
  const lessons = modules.flatMap((module) => module.lessons)
  const days = [
    ...lessons.flatMap(({ audience }) => {
      const from = opensAt(audience)
      return from === null ? [] : [dayAt(from, timeZone)]
    }),
    ...[...modules, ...lessons].flatMap(({ rules = [] }) =>
      rules.flatMap((rule) => (rule.when === 'day' ? rule.on : [])),
    ),
  ]
  return [...days, ...(endsOn === null ? [] : [endsOn])].sort()[0] ?? null
}

/** A course's days, so many days later. */
export const shiftedDays = <C extends Dated>({ startsOn, endsOn }: C, days: number) => ({
  startsOn: startsOn === null ? null : shiftDay(startsOn, days),
  endsOn: endsOn === null ? null : shiftDay(endsOn, days),
})

/** A lesson that opens so many days later, at the same time of the course's clocks. */
export function shiftedLesson<L extends DatedLesson>(lesson: L, days: number, timeZone: string): L {
  const ruled = withShiftedRules(lesson, days)
  const { audience } = ruled
  if (audience?.who !== 'members' || audience.from === null) return ruled
  return { ...ruled, audience: { ...audience, from: shiftInstant(audience.from, days, timeZone) } }
}

/** Of a module, or of a lesson: the days of its rules, so many days later. */
export function withShiftedRules<T extends { readonly rules?: Rules | undefined }>(
  item: T,
  days: number,
): T {
  if (!item.rules) return item
  const shifted = (rule: Rule): Rule =>
    rule.when === 'day' ? { ...rule, on: shiftDay(rule.on, days) } : rule
  return { ...item, rules: item.rules.map(shifted) }
}
