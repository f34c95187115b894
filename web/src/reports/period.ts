import type { ReportPeriod } from '#contract/reports/report'

/** The days that can be chosen by their number. */
export const RECENT = [7, 30, 90] as const
type Recent = (typeof RECENT)[number]

/** What is chosen: so many days up to today, all, or from one day to another. */
export type Choice =
  | { readonly days: Recent | 'all' }
  | { readonly from: string; readonly to: string }

/** What an address may say; anybody can have typed it. */
export interface PeriodSearch {
  readonly days?: unknown
  readonly from?: unknown
  readonly to?: unknown
}

/** A course's page names the video that it shows, too. */
export interface CourseReportsSearch extends PeriodSearch {
  readonly video?: unknown
}

const USUAL = 30
/** As many as a report may be asked for (`MOST_DAYS`). */
const ALL = 731
const A_DAY_MS = 86_400_000

/** Days are those of UTC, as they are recorded. */
export const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10)

/** What an address asks for; what it leaves out or says wrongly is as usual. */
export function choiceOf({ days, from, to }: PeriodSearch): Choice {
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : { from: to, to: from }
  if (days === 'all') return { days }
  return { days: RECENT.find((one) => one === days) ?? USUAL }
}

/** The shortest address of a choice. */
export const searchOf = (choice: Choice): PeriodSearch =>
  'from' in choice ? choice : choice.days === USUAL ? {} : { days: choice.days }

/** The days of a choice, both included. */
export function periodOf(choice: Choice, now: number): ReportPeriod {
  if ('from' in choice) return choice
  const days = choice.days === 'all' ? ALL : choice.days
  return { from: dayOf(now - (days - 1) * A_DAY_MS), to: dayOf(now) }
}

/** Of all days those since anything happened. */
export const sinceFirst = <Day>(days: readonly Day[], isEmpty: (day: Day) => boolean): Day[] =>
  days.slice(
    Math.max(
      0,
      days.findIndex((day) => !isEmpty(day)),
    ),
  )

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  dayOf(Date.parse(value)) === value
