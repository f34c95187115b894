import type { Gated } from '#contract/lessons/gate/is-open'
import { opensAt } from '#contract/lessons/gate/is-open'
import { dayAt, shiftDay, shiftInstant } from './shift-days.ts'

interface Dated {
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly timeZone: string
}

/** The day by which the dates of a course are moved: its first, or where none is said the first of all; null: it has no date. */
export function firstDayOf(course: Dated, lessons: readonly Gated[]): string | null {
  const { startsOn, endsOn, timeZone } = course
  if (startsOn !== null) return startsOn
  const days = lessons.flatMap(({ audience }) => {
    const from = opensAt(audience)
    return from === null ? [] : [dayAt(from, timeZone)]
  })
  return [...days, ...(endsOn === null ? [] : [endsOn])].sort()[0] ?? null
}

/** A course's days, so many days later. */
export const shiftedDays = <C extends Dated>({ startsOn, endsOn }: C, days: number) => ({
  startsOn: startsOn === null ? null : shiftDay(startsOn, days),
  endsOn: endsOn === null ? null : shiftDay(endsOn, days),
})

/** A lesson that opens so many days later, at the same time of the course's clocks. */
export function shiftedLesson<L extends Gated>(lesson: L, days: number, timeZone: string): L {
  const { audience } = lesson
  if (audience?.who !== 'members' || audience.from === null) return lesson
  return { ...lesson, audience: { ...audience, from: shiftInstant(audience.from, days, timeZone) } }
}
