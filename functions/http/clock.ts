import type { Clock } from '#core/clock'

export const clock: Clock = { now: () => new Date() }
