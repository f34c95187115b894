import { dayAt } from '#contract/rules/calendar'

/** What a course's teachers said of a learner's way in. Nothing, or empty: nothing is said. */
export interface AccessTerms {
  readonly suspendedAt?: string | undefined
  /** The last day of it, included, by the calendar of a zone. */
  readonly endsOn?: string | undefined
  readonly endsZone?: string | undefined
}

export const accessStates = ['open', 'suspended', 'ended'] as const
export type AccessState = (typeof accessStates)[number]

/** Whether who is enrolled so may learn at an instant. A day ends when the clocks of its zone say so, whatever they did in between. */
export function accessAt({ suspendedAt, endsOn, endsZone }: AccessTerms, now: Date): AccessState {
  if (suspendedAt) return 'suspended'
  return endsOn && dayAt(now.toISOString(), endsZone || 'UTC') > endsOn ? 'ended' : 'open'
}

/** Whether anything is said that has to outlive a leaving: else whoever leaves and comes back would be free of it. */
export const isBound = ({ suspendedAt, endsOn }: AccessTerms): boolean =>
  Boolean(suspendedAt || endsOn)
