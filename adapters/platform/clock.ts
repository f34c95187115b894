import type { Clock } from '#core/platform/clock'

export const systemClock: Clock = { now: () => new Date() }
