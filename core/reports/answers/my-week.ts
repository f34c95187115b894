import type { MyWeek } from '#contract/reports/report'
import type { Clock } from '#core/platform/clock'
import { dayOf, daysBefore, daysFrom } from '#core/reports/facts/days'
import { factKeys, WeekFacts } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'
import type { PeopleReader } from '#core/reports/ports'
import { readAsOf } from './read-facts.ts'

interface Deps {
  readonly facts: Pick<FactStore, 'read'>
  readonly people: PeopleReader
  readonly clock: Clock
}

/** Somebody's last seven days, for themselves. Days are of UTC, as all that is recorded. */
export async function getMyWeek(
  { facts, people, clock }: Deps,
  { userId }: { readonly userId: string },
): Promise<MyWeek> {
  const today = dayOf(clock.now())
  const [asOf, pseudonym] = await Promise.all([readAsOf(facts), people.pseudonymOf(userId)])
  const mine = pseudonym ? (await facts.read(factKeys.week(pseudonym), WeekFacts))?.[pseudonym] : {}
  return {
    asOf,
    days: daysFrom(daysBefore(today, 6), today).map((day) => {
      const [seconds, completedLessons] = mine?.[day] ?? [0, 0]
      return { day, seconds, completedLessons }
    }),
    streakDays: streakOf(mine ?? {}, today),
  }
}

/** Days on end with any learning; today need not be over yet. */
export function streakOf(days: Readonly<Record<string, unknown>>, today: string): number {
  const from = today in days ? today : daysBefore(today, 1)
  let streak = 0
  while (daysBefore(from, streak) in days) streak++
  return streak
}
