import type { StageSettings } from '#lib/settings/settings'
import type { Plan } from '#load/plan/plan'
import type { Prices } from '#load/prices/prices'
import { apiLines } from './lines/api.ts'
import { canaryLines } from './lines/canary.ts'
import { dataLines } from './lines/data.ts'
import { compareEdge, type EdgeChoice, edgeLines } from './lines/edge.ts'
import { functionLines } from './lines/functions.ts'
import type { CostLine } from './lines/line.ts'
import { type Month, monthOf } from './lines/month.ts'
import { peopleLines } from './lines/people.ts'
import { reportLines } from './lines/reports.ts'
import { videoLines } from './lines/video.ts'
import { watchingLines } from './lines/watching.ts'

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
    ...reportLines(plan, settings, prices),
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
