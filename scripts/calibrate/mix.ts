import type { KindName } from '#load/scenarios/flow'
import { scriptOf } from '#load/scenarios/script'

/**
 * Who use the site in each mix of traffic, and how many of them this machine cannot bear. They come within so many
 * seconds: as fast as may be, and so that the first tens of seconds, in which code is compiled, break no promise.
 */
export const mixes = {
  watch: { only: ['watching'], users: 1_000, seconds: 40 },
  read: { only: ['reading'], users: 1_600, seconds: 60 },
  browse: { only: ['browsing'], users: 2_000, seconds: 40 },
} as const satisfies Record<string, { only: readonly KindName[]; users: number; seconds: number }>
export type MixName = keyof typeof mixes
export const mixNames = Object.keys(mixes) as MixName[]

/** As Artillery's own, which cannot be set. */
export const PERIOD_SECONDS = 10

export interface Ramp {
  readonly mix: MixName
  readonly users: number
  readonly seconds: number
  readonly hurry: number
  readonly heartbeatSeconds: number
}

/** People come until it ends, and nobody leaves. */
export const scriptOfRamp = ({ mix, ...ramp }: Ramp, target: string) =>
  scriptOf({
    ...{ target, users: ramp.users, hurry: ramp.hurry, heartbeatSeconds: ramp.heartbeatSeconds },
    minutes: ramp.seconds / 60,
    withinSeconds: ramp.seconds,
    only: mixes[mix].only,
    seed: 1,
  })
