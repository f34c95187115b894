/** A calendar day so many days later: no hours are counted, so no change of the clock moves it. */
export function shiftDay(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(Date.UTC(year, month - 1, date + days))
}

/** How many days later the second is. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY)

/**
 * The instant at which clocks of a zone show the same time so many days later. A time that they leave out that day is as
 * much later as they are put forward.
 */
export function shiftInstant(instant: string, days: number, timeZone: string): string {
  const at = Date.parse(instant)
  const shown = at + offsetAt(at, timeZone) + days * DAY
  const before = shown - offsetAt(shown - DAY, timeZone)
  const after = shown - offsetAt(shown + DAY, timeZone)
  // Near a change of the clock one of both shows another time.
  const found = [before, after].find((one) => one + offsetAt(one, timeZone) === shown)
  return new Date(found ?? before).toISOString()
}

/**
 * The first instant at which clocks of a zone show a day. Where they leave out its midnight, that is when they jump over it;
 * where they leave out the day, when they jump over that.
 */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = Date.parse(`${day}T00:00Z`)
  const before = midnight - offsetAt(midnight - DAY, timeZone)
  const after = midnight - offsetAt(midnight + DAY, timeZone)
  const found = [before, after].find((one) => one + offsetAt(one, timeZone) === midnight)
  return new Date(found ?? before).toISOString()
}

/** The day that clocks of a zone show at an instant. */
export const dayAt = (instant: string, timeZone: string): string => {
  const at = Date.parse(instant)
  return isoDay(at + offsetAt(at, timeZone))
}

const DAY = 86_400_000

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** A formatter costs more than all that it formats here; as many are kept as there are names. */
const formats = new Map<string, Intl.DateTimeFormat>()
const MOST_KEPT = 600

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  if (formats.size < MOST_KEPT) formats.set(timeZone, format)
  return format
}

/** How far clocks of a zone are ahead of UTC. Milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at)
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(
    ...([of('year'), of('month') - 1, of('day')] as const),
    ...([of('hour'), of('minute'), of('second')] as const),
  )
  return shown - Math.floor(at / 1000) * 1000
}
