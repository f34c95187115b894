import { z } from 'zod'
import { Day } from '#contract/reports/report'
import { ObjectCreated } from '#contract/videos/events'
import { hasNoNews } from '#core/reports/backfill/backfill-keys'
import { dayOf, daysBefore } from '#core/reports/facts/days'

/** A day of which something was recorded; or that is over. */
export interface News {
  readonly day: Day
  readonly isOver: boolean
}

/** What the nightly schedule sends, and whoever wants a day worked out anew. */
const Asked = z.object({ lectern: z.enum(['day', 'night']), day: Day.optional() })

/** What the schedule of promises sends. */
const AsksForPromises = z.object({ lectern: z.literal('promises') })

export const asksForPromises = (event: unknown): boolean => AsksForPromises.safeParse(event).success

const FOLDER = /^events\/event=\w+\/date=(\d{4}-\d{2}-\d{2})\//

/** Null for what tells of no day, or nothing new of it. */
export function newsOf(event: unknown, now: Date): News | null {
  const asked = Asked.safeParse(event)
  if (asked.success) {
    const { lectern, day } = asked.data
    return { day: day ?? daysBefore(dayOf(now), 1), isOver: lectern === 'night' }
  }
  const { detail } = ObjectCreated.parse(event)
  // EventBridge names a key as it is; a day in it needs no decoding.
  const key = decodeURIComponent(detail.object.key)
  const [, day] = FOLDER.exec(key) ?? []
  return day && !hasNoNews(key) ? { day, isOver: false } : null
}
