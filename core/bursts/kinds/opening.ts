import { opensAt } from '#contract/lessons/gate/is-open'
import { startOfDay } from '#contract/rules/calendar'
import type { BurstSource } from './kind.ts'

/** The gates of a course’s published lessons, and the days of their rules. */
export const opening: BurstSource = {
  timesOf: ({ audiences, release }) => {
    const rules = [...release.rules.values()].flat()
    const days = new Set(rules.flatMap((rule) => (rule.when === 'day' ? rule.on : [])))
    return [
      ...[...audiences.values()].flatMap((audience) => opensAt(audience) ?? []),
      ...[...days].map((day) => startOfDay(day, release.timeZone)),
    ].map((at) => new Date(at))
  },
}
