import type { Day } from '#contract/reports/report'

const DAY_MS = 86_400_000

export const dayOf = (moment: Date | number): Day => new Date(moment).toISOString().slice(0, 10)

export const daysBefore = (day: Day, days: number): Day => dayOf(Date.parse(day) - days * DAY_MS)

/** From the first to the last, both included. */
export const daysFrom = (from: Day, to: Day): Day[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }, (_, n) =>
    daysBefore(from, -n),
  )
