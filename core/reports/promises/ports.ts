import type { Day } from '#contract/reports/report'
import type { PromiseDay } from './promise-facts.ts'

export interface PromiseMeter {
  /** What was measured on each of the days, both included; without those of which nothing was. */
  measured(from: Day, to: Day): Promise<ReadonlyMap<Day, PromiseDay>>
}
