import { offsetAt } from '#contract/rules/calendar'

const DAY = 86_400_000

/**
 * The instant at which clocks of a zone show a date and a time (`2026-12-01T09:00`); null of what is none. Of a time that
 * they show twice the first; one that they leave out is as much later as they are put forward.
 */
export function instantAt(local: string, timeZone: string): string | null {
  const shown = Date.parse(`${local}Z`)
  if (Number.isNaN(shown)) return null
  const before = shown - offsetAt(shown - DAY, timeZone)
  const after = shown - offsetAt(shown + DAY, timeZone)
  const found = [before, after].find((one) => one + offsetAt(one, timeZone) === shown)
  return new Date(found ?? before).toISOString()
}

/** What clocks of a zone show at an instant, to the minute: `2026-12-01T09:00`. */
export function clockAt(instant: string, timeZone: string): string {
  const at = Date.parse(instant)
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16)
}
