import type { CostPart, EncodingCost, Rung, SourceFacts } from '#contract/videos/asset'
import { outputFrameRate, toNumber } from '#core/videos/source/frame-rate'
import {
  CLASS_MINUTES,
  classOf,
  type EncodingPrice,
  LOUDNESS_MINUTES,
  PROFESSIONAL,
  paceOf,
  SHORTEST_BILLED_SECONDS,
} from './encoding-price.ts'

/** What encoding these rungs costs by estimate, and what that is made up of. */
export function estimateCost(
  source: SourceFacts,
  rungs: readonly Rung[],
  price: EncodingPrice,
): EncodingCost {
  const tier = source.interlaced || !source.webColour ? 'professional' : 'basic'
  const minuteUsd = price.sdMinuteUsd * (tier === 'professional' ? PROFESSIONAL : 1)
  const parts = [
    ...renditionParts(source, rungs, minuteUsd),
    ...posterPart(rungs, minuteUsd),
    ...(price.normaliseLoudness ? loudnessPart(source, price.sdMinuteUsd * PROFESSIONAL) : []),
  ]
  const totalUsd = rounded(parts.reduce((sum, { costUsd }) => sum + costUsd, 0))
  return { totalUsd, tier, parts }
}

function renditionParts(
  source: SourceFacts,
  rungs: readonly Rung[],
  minuteUsd: number,
): CostPart[] {
  const pace = paceOf(toNumber(outputFrameRate(source.frameRate)))
  return (['sd', 'hd', 'uhd'] as const).flatMap((kind) => {
    const outputs = rungs.filter((rung) => classOf(rung) === kind).length
    const minutes = outputs * CLASS_MINUTES[kind] * pace * billedMinutes(source)
    return part(kind, outputs, minutes * minuteUsd)
  })
}

/** Two pictures of the first seconds, as large as the highest rung: the least that an output is billed for. */
function posterPart(rungs: readonly Rung[], minuteUsd: number): CostPart[] {
  const highest = rungs.at(-1)
  if (!highest) return []
  const minutes = (CLASS_MINUTES[classOf(highest)] * SHORTEST_BILLED_SECONDS) / 60
  return part('poster', 1, minutes * minuteUsd)
}

function loudnessPart(source: SourceFacts, minuteUsd: number): CostPart[] {
  const tracks = source.audio.length
  return part('loudness', tracks, tracks * billedMinutes(source) * LOUDNESS_MINUTES * minuteUsd)
}

const part = (kind: CostPart['kind'], outputs: number, costUsd: number): CostPart[] =>
  outputs === 0 ? [] : [{ kind, outputs, costUsd: rounded(costUsd) }]

const billedMinutes = ({ durationSeconds }: SourceFacts) =>
  Math.max(durationSeconds, SHORTEST_BILLED_SECONDS) / 60

/** To a hundredth of a cent, as the ledger counts. */
const rounded = (dollars: number) => Math.round(dollars * 10_000) / 10_000
