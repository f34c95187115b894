const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const

/**
 * `rate(5 minutes)` in seconds. Cron expressions answer `undefined`: what runs once a night has
 * nothing to do on a machine that is on for an hour.
 */
export function secondsOfRate(expression: string): number | undefined {
  const match = expression.match(/^rate\((\d+) (minute|hour|day)s?\)$/)
  if (!match) return undefined
  return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS]
}
