/** Every card that is read is asked for its zone, and to look one up takes 0.08 ms: as many are kept as there are names. */
const known = new Set<string>(['UTC'])
const MOST_KNOWN = 600

/** Whether the platform knows a zone by this name: `Europe/Madrid`. */
export function isTimeZone(name: string): boolean {
  if (known.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    if (known.size < MOST_KNOWN) known.add(name)
    return true
  } catch {
    return false
  }
}

export interface CourseDays {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** A course ends no earlier than it starts; days are ordered as their texts are. */
export const isInOrder = ({ startsOn, endsOn }: CourseDays): boolean =>
  startsOn === null || endsOn === null || startsOn <= endsOn

/** Whether a course has begun and is not over yet at an instant, by the calendar of its own zone. */
export function runsAt(
  { startsOn, endsOn, timeZone }: CourseDays & { readonly timeZone: string },
  now: Date,
): 'before' | 'during' | 'after' {
  // This locale writes days as ISO 8601 does.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now)
  if (startsOn !== null && today < startsOn) return 'before'
  return endsOn !== null && today > endsOn ? 'after' : 'during'
}
