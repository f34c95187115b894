import type { Rung, SourceFacts } from '#contract/models/asset'
import { outputFrameRate, toNumber } from './frame-rate.ts'

/**
 * MediaConvert, Basic tier, on demand, us-east-1, US dollars for a minute of one output at up to 30
 * frames a second; looked up in November 2026. https://aws.amazon.com/mediaconvert/pricing/
 */
const DOLLARS_PER_MINUTE = { sd: 0.0075, hd: 0.015 } as const

/** An output with a shorter side of 720 or more is billed as HD. */
const HD_FROM = 720

/** Above 30 frames a second a minute counts twice. */
const ORDINARY_FRAME_RATE = 30

/** Each output is billed for 10 seconds at least. */
const SHORTEST_BILLED_SECONDS = 10

/** What encoding these rungs costs, by estimate, in US dollars rounded to a hundredth of a cent. */
export function estimateCost(source: SourceFacts, rungs: readonly Rung[]): number {
  const minutes = Math.max(source.durationSeconds, SHORTEST_BILLED_SECONDS) / 60
  const rate = toNumber(outputFrameRate(source.frameRate)) > ORDINARY_FRAME_RATE ? 2 : 1
  const dollarsPerMinute = rungs
    .map((rung) =>
      Math.min(rung.width, rung.height) >= HD_FROM ? DOLLARS_PER_MINUTE.hd : DOLLARS_PER_MINUTE.sd,
    )
    .reduce((sum, dollars) => sum + dollars, 0)
  return Math.round(minutes * dollarsPerMinute * rate * 10_000) / 10_000
}
