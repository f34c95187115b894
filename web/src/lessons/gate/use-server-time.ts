import { useEffect, useState } from 'react'
import type { CourseSession } from '#contract/progress/progress'

/** A timer takes no longer time than 24 days. */
const LONGEST_MS = 3_600_000

type Told = Pick<CourseSession, 'expiresAt' | 'lastsSeconds'>

/** When it was told. */
export const toldTime = ({ expiresAt, lastsSeconds }: Told): number =>
  Date.parse(expiresAt) - lastsSeconds * 1000

/**
 * The server's time, as an answer of its own told it, whatever this device's clock shows: anew whenever something opens.
 *
 * @param nextAfter when that is, by the same clock; the same function as long as it answers the same
 */
export function useServerTime(
  told: Told,
  toldAt: number,
  nextAfter: (now: Date) => number | null,
): Date {
  const ahead = toldTime(told) - toldAt
  const [now, setNow] = useState(() => Date.now() + ahead)
  useEffect(() => {
    const next = nextAfter(new Date(now))
    if (next === null) return
    const wait = next - (Date.now() + ahead)
    const timer = setTimeout(
      () => setNow(Date.now() + ahead),
      Math.max(0, Math.min(wait, LONGEST_MS)),
    )
    return () => clearTimeout(timer)
  }, [now, ahead, nextAfter])
  return new Date(now)
}
