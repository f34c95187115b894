import type { Day, ReportPeriod } from '#contract/reports/report'
import { daysFrom } from '#core/reports/facts/days'
import { AsOfFacts, CourseFacts, factKeys, monthOf } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'

/** The months of a period, in their order. */
export const monthsOf = ({ from, to }: ReportPeriod): string[] => [
  ...new Set(daysFrom(from, to).map(monthOf)),
]

/** A course's days of a period on which anything happened, in their order. */
export async function readCourseDays(
  facts: Pick<FactStore, 'read'>,
  courseId: string,
  { from, to }: ReportPeriod,
) {
  const months = await Promise.all(
    monthsOf({ from, to }).map((month) =>
      facts.read(factKeys.course(courseId, month), CourseFacts),
    ),
  )
  return months
    .flatMap((month) => Object.entries(month ?? {}))
    .filter(([day]) => day >= from && day <= to)
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

export const readAsOf = async (facts: Pick<FactStore, 'read'>): Promise<string | null> =>
  (await facts.read(factKeys.asOf, AsOfFacts))?.asOf ?? null

/** Every day of the period, with what it has, or with nothing. */
export const everyDay = <T extends object>(
  { from, to }: ReportPeriod,
  found: ReadonlyMap<Day, T>,
  nothing: T,
): ({ day: Day } & T)[] =>
  daysFrom(from, to).map((day) => ({ day, ...(found.get(day) ?? nothing) }))
