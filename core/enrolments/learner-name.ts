import type { Actor } from '#core/platform/actor'

/** Directories take 2,000 letters; a row of a table has room for fewer. */
const MOST_LETTERS = 100

/** What a course's teachers read of a learner: as their token says it, cut where it is endless. */
export const learnerName = ({ name }: Pick<Actor, 'name'>): string =>
  name.length <= MOST_LETTERS ? name : [...name].slice(0, MOST_LETTERS).join('').trim()
