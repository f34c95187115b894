import { type Settings, settingsOf } from '#lib/settings/settings'
import { bursts } from '#load/model/bursts'
import { model } from '#load/model/model'
import { planOf, withPlan } from '#load/plan/with-plan'
import type { Tracking } from './aws/target-tracking.ts'
import { deploymentOf } from './deployment-of.ts'
import type { Fault, Scenario } from './scenario.ts'

/** What somebody asks for at the command line. */
export interface Asked {
  readonly users: number
  /** For whom the plan sizes it. @default what the stage says */
  readonly builtFor?: number
  readonly hours: number
  readonly seed: number
  readonly stage: string
  readonly exam: boolean
  readonly lecture: boolean
  readonly tracking: Tracking
  readonly concurrency: number
  readonly signInsPerSecond: number
  readonly fault: readonly Fault[]
}

/** Within which everybody comes; of a short run a quarter. */
const COMING_SECONDS = 900

/** The region changes quotas and prices, and no number that is simulated. */
const REGION = 'us-east-1'

/** @throws Error with a sentence for a stage that there is not, or whose settings contradict each other */
export function scenarioOf(settings: Settings, asked: Asked): Scenario {
  const given = settings.stages[asked.stage] ?? {}
  const stage = asked.builtFor ? { ...given, users: asked.builtFor } : given
  const known = given === settings.stages[asked.stage] ? { [asked.stage]: stage } : settings.stages
  const deployed = settingsOf({ stages: known }, asked.stage, (it) => withPlan(it, REGION))
  const seconds = asked.hours * 3_600
  const { exam, lecture } = bursts
  return {
    seed: asked.seed,
    users: asked.users,
    seconds,
    comingSeconds: Math.min(COMING_SECONDS, seconds / 4),
    model,
    heartbeatSeconds: deployed.progress.heartbeatSeconds,
    bursts: [...(asked.exam ? [exam] : []), ...(asked.lecture ? [lecture] : [])].map((burst) => ({
      burst,
      atSeconds: seconds / 2,
    })),
    faults: asked.fault,
    deployment: deploymentOf(deployed, {
      ...asked,
      warm: planOf(stage, REGION)?.table.warm ?? null,
    }),
  }
}
