import { isDeepStrictEqual } from 'node:util'
import { type CourseFacts, UNSAID } from '#contract/courses/properties/properties'
import type { PublishedCard } from '#core/courses/ports'

/** Of what a course tells, only what somebody said: the list's index is read a page of cards at a time. */
export type StoredCard = Omit<PublishedCard, keyof CourseFacts> & Partial<CourseFacts>

export const toStoredCard = (card: PublishedCard): StoredCard => {
  const { language, level, topics, startsOn, endsOn, timeZone, cover, ...rest } = card
  const said = { language, level, topics, startsOn, endsOn, timeZone, cover }
  return {
    ...rest,
    ...Object.fromEntries(
      Object.entries(said).filter(
        ([name, value]) => !isDeepStrictEqual(value, Reflect.get(UNSAID, name)),
      ),
    ),
  }
}
