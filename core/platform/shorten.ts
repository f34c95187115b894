/** The beginning of a text, in at most so many UTF-16 units, and never half a character. */
export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
