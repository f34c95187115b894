import type { CostPart, EncodingBudget, EncodingCost, Rung } from '#contract/videos/asset'
import type { FileWithHandle } from '#web/uploads/upload.ts'
import type { VideoFacts } from './read-video-facts.ts'

/** What encoding a chosen video takes, as far as it is known before it is sent. */
export type Estimate =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'known'
      readonly facts: VideoFacts
      readonly rungs: readonly Rung[]
      readonly cost: EncodingCost
    }
  | { readonly kind: 'unknown'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string }

/** A video that was chosen, with the captions that came along, before anything is sent. */
export interface IntakeItem {
  readonly id: string
  readonly chosen: FileWithHandle
  readonly captions: readonly FileWithHandle[]
  readonly estimate: Estimate
}

export interface IntakeSum {
  readonly reading: boolean
  readonly costUsd: number
  /** What it is made up of, over all of them. */
  readonly parts: readonly CostPart[]
  readonly minutes: number
  readonly unknown: number
  readonly accepted: readonly IntakeItem[]
  readonly overBudget: boolean
  /** Whether a person must look before anything is sent. */
  readonly ask: boolean
}

/**
 * Up to here nobody is asked: one click more for each clip's few cents teaches to click without
 * reading, and then the click is worth nothing where a folder costs a month's budget.
 */
export const SMALL_SUM_USD = 1

export function sumUp(items: readonly IntakeItem[], budget: EncodingBudget | null): IntakeSum {
  const accepted = items.filter(({ estimate }) => estimate.kind !== 'refused')
  let costUsd = 0
  let seconds = 0
  let unknown = 0
  for (const { estimate } of accepted) {
    if (estimate.kind === 'unknown') unknown += 1
    if (estimate.kind !== 'known') continue
    costUsd += estimate.cost.totalUsd
    seconds += estimate.facts.durationSeconds
  }
  const limit = budget?.limitUsd ?? null
  const overBudget = budget !== null && limit !== null && budget.spentUsd + costUsd > limit
  return {
    reading: items.some(({ estimate }) => estimate.kind === 'reading'),
    costUsd,
    parts: addUp(
      accepted.flatMap(({ estimate }) => (estimate.kind === 'known' ? estimate.cost.parts : [])),
    ),
    minutes: seconds / 60,
    unknown,
    accepted,
    overBudget,
    ask: accepted.length < items.length || unknown > 0 || overBudget || costUsd > SMALL_SUM_USD,
  }
}

/** One part of each kind, in the order in which they first come. */
function addUp(parts: readonly CostPart[]): CostPart[] {
  const sums = new Map<CostPart['kind'], CostPart>()
  for (const { kind, outputs, costUsd } of parts) {
    const sum = sums.get(kind) ?? { kind, outputs: 0, costUsd: 0 }
    sums.set(kind, { kind, outputs: sum.outputs + outputs, costUsd: sum.costUsd + costUsd })
  }
  return [...sums.values()]
}
