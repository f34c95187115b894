/** Whether the platform knows a zone by this name: `Europe/Madrid`. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
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
