import type { Clock } from '#core/platform/clock'

export const clock: Clock = { now: () => new Date() }
