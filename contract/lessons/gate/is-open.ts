import type { Audience } from './audience.ts'

/** A published lesson, as far as its gate goes. Without an audience it is for any member, at once. */
export interface Gated {
  readonly audience?: Audience | undefined
}

/** The audience of a lesson that is published now: one that is open to all members needs no gate. */
export const audienceAt = (audience: Audience | undefined, now: Date): Audience | undefined =>
  audience?.who === 'members' && isOpen(audience, now) ? undefined : audience

/** When a lesson opens to members; null: they need not wait. */
export const opensAt = (audience: Audience | undefined): string | null =>
  audience?.who === 'members' ? audience.from : null

/** The gate of a lesson: whether a member of its course may open it now. */
export function isOpen(audience: Audience | undefined, now: Date): boolean {
  const from = opensAt(audience)
  return from === null || Date.parse(from) <= now.getTime()
}
