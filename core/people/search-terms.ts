/** Of a name or an address: a key of an index has 1,024 bytes. */
const MOST_LETTERS = 60
/** Of a name, those of its words that somebody may begin with. */
const MOST_WORDS = 6
/** Behind every name. */
const NAMELESS = '\u{10fffd}'

/** As it is compared: without accents, capitals and double spaces. */
export const folded = (text: string): string => {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
  return [...plain].slice(0, MOST_LETTERS).join('').trim()
}

/** Where somebody stands in a list by name. */
export const nameOrder = (name: string): string => folded(name) || NAMELESS

/** With what whoever looks for a name may begin: any of its words, and what follows it. */
export function nameBeginnings(name: string): string[] {
  const words = folded(name).split(' ')
  const starts = words.slice(0, MOST_WORDS).map((_, at) => words.slice(at).join(' '))
  return [...new Set(starts.filter((start) => start !== ''))]
}
