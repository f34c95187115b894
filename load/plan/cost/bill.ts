import type { StageSettings } from '#lib/settings/settings'
import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import { apiLines } from './api.ts'
import { canaryLines } from './canary.ts'
import { dataLines } from './data.ts'
import { compareEdge, type EdgeChoice, edgeLines } from './edge.ts'
import { functionLines } from './functions.ts'
import type { CostLine } from './line.ts'
import { type Month, monthOf } from './month.ts'
import { peopleLines } from './people.ts'
import { videoLines } from './video.ts'
import { watchingLines } from './watching.ts'

/** What an ordinary month of term costs. */
export interface Bill {
  readonly month: Month
  readonly lines: readonly CostLine[]
  readonly totalUsd: number
  readonly perLearnerUsd: number
  /** What is paid though nobody comes. */
  readonly idleUsd: number
  readonly edge: EdgeChoice
}

export function billOf(plan: Plan, settings: StageSettings, prices: Prices): Bill {
  const month = monthOf(plan, settings)
  const lines = [
    ...edgeLines(month, prices),
    ...apiLines(month, settings, prices),
    ...functionLines(plan, month, settings, prices),
    ...dataLines(plan, month, settings, prices),
    ...videoLines(plan, month, settings, prices),
    ...peopleLines(plan, prices),
    ...watchingLines(month, settings, prices),
    ...canaryLines(settings, prices),
  ]
  const totalUsd = sum(lines)
  return {
    month,
    lines,
    totalUsd,
    perLearnerUsd: totalUsd / plan.input.monthActive,
    idleUsd: sum(lines.filter(({ isFixed }) => isFixed)),
    edge: compareEdge(plan, month, prices),
  }
}

const sum = (lines: readonly CostLine[]) => lines.reduce((total, { usd }) => total + usd, 0)
