import { type Settings, StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import type { Prices } from '#load/prices/prices'
import { pricesOf } from '#load/prices/regions'
import { contradictions } from './contradictions.ts'
import { makePlan, type Plan } from './plan.ts'
import { usersOf } from './profiles.ts'
import type { Options } from './read-options.ts'
import { filledBy, Planned } from './with-plan.ts'

/** A plan with the settings that it comes to for a stage. */
export interface Answer {
  readonly plan: Plan
  readonly stage: StageSettingsInput
  readonly settings: StageSettings
  readonly prices: Prices
  /** What the stage says that its users do not fit into. */
  readonly contradictions: readonly string[]
}

/** @throws Error whose sentence says which option or setting is wrong */
export function answer(settings: Settings, options: Options): Answer {
  const stage = settings.stages[options.stage]
  if (!stage)
    throw new Error(
      `lectern.settings.ts has no stage "${options.stage}". It has: ${Object.keys(settings.stages).join(', ')}.`,
    )
  const { users, profile, progress } = Planned.parse(stage)
  // A profile is of the number that it stands beside.
  const isOther = options.users !== undefined && options.users !== users
  const plan = makePlan({
    users: options.users ?? users ?? usersOf[profile ?? 'standard'],
    profile: isOther ? undefined : profile,
    heartbeatSeconds: progress.heartbeatSeconds,
    region: options.region,
    monthActive: options.monthActive,
  })
  const filled = StageSettings.parse(filledBy(plan, stage))
  return {
    plan,
    stage,
    settings: filled,
    prices: pricesOf(options.region),
    contradictions: contradictions(filled, plan),
  }
}
