/** Directories take 2,000 letters; a row of a table has room for fewer. */
const MOST_LETTERS = 100

/** What a course's teachers read of a learner: what their token says, cut where it is endless. */
export const learnerName = (name: string): string =>
  name.length <= MOST_LETTERS ? name : [...name].slice(0, MOST_LETTERS).join('').trim()
