/** Directories take 2,000 letters; a row of a table has room for fewer. */
const MOST_LETTERS = 100

/** What others read of a person: what their token says, cut where it is endless. */
export const personName = (name: string): string =>
  name.length <= MOST_LETTERS ? name : [...name].slice(0, MOST_LETTERS).join('').trim()

/** What an account says. Some write their address where their name is asked for, and some directories do it for them. */
export const publicName = (name: string): string => (/\S@\S/.test(name) ? '' : name.trim())
