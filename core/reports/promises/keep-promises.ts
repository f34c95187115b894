import type { Clock } from '#core/platform/clock'
import { dayOf, daysBefore } from '#core/reports/facts/days'
import { monthOf } from '#core/reports/facts/facts'
import type { FactStore } from '#core/reports/facts/ports'
import type { PromiseMeter } from './ports.ts'
import { PromiseFacts, promiseKey } from './promise-facts.ts'

interface Deps {
  readonly meter: PromiseMeter
  readonly facts: Pick<FactStore, 'update'>
  readonly clock: Clock
}

/** What is measured may come two weeks late, and so may this be asked after a pause. */
const DAYS_LOOKED_BACK = 14

/** Writes how promises were kept on the last days, today till now, in the place of what was known of them. */
export async function keepPromises({ meter, facts, clock }: Deps): Promise<void> {
  const today = dayOf(clock.now())
  const days = await meter.measured(daysBefore(today, DAYS_LOOKED_BACK), today)
  for (const [month, those] of Map.groupBy(days, ([day]) => monthOf(day)))
    await facts.update(promiseKey(month), PromiseFacts, (before) => ({
      ...before,
      ...Object.fromEntries(those),
    }))
}
