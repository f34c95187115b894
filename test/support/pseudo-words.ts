/** Brackets that no text of ours has: what stands in them comes from the catalogue. */
export const OPEN = '⟦'
export const CLOSE = '⟧'

const PLAIN = 'aeiouyncszAEIOUYNCSZ'
const ACCENTED = 'áéíóúýñçšžÁÉÍÓÚÝÑÇŠŽ'
/** Longer than 40 % of the words, and made of words, that they may wrap. */
const MORE = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `Sign in` as `⟦Šígñ íñ one⟧`: readable, marked, and 40 % longer. */
function lengthen(text: string): string {
  const accented = [...text].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('')
  let more = ''
  for (let at = 0; more.length < text.length * 0.4; at += 1) more += ` ${MORE[at % MORE.length]}`
  return `${OPEN}${accented}${more}${CLOSE}`
}

/** Right to left, each letter where Arabic would have its. https://www.unicode.org/reports/tr9/ */
const mirror = (text: string): string => `${OPEN}\u202e${text}\u202c${CLOSE}`

const WAYS = { 'en-XA': lengthen, 'en-XB': mirror } as const
export type PseudoLanguage = keyof typeof WAYS

/** A catalogue in a pseudo-language. What a text is given, such as a course's title, stays as it is. */
export function pseudo<Words>(words: Words, language: PseudoLanguage): Words {
  const say = WAYS[language]
  const change = (message: unknown): unknown => {
    if (typeof message === 'string') return say(message)
    if (typeof message === 'function')
      return (...given: unknown[]) => {
        const kept: string[] = []
        const sayAll = (text: unknown): unknown =>
          Array.isArray(text)
            ? text.map(sayAll)
            : typeof text === 'string'
              ? unhide(say(text), kept)
              : text
        return sayAll(message(...given.map((each) => hide(each, kept))))
      }
    return Object.fromEntries(
      Object.entries(message as object).map(([key, each]) => [key, change(each)]),
    )
  }
  return change(words) as Words
}

/** Letters for private use stand for the texts that are given. */
const FIRST = 0xe000
function hide(given: unknown, kept: string[]): unknown {
  if (typeof given === 'string') return String.fromCharCode(FIRST + kept.push(given) - 1)
  if (typeof given !== 'object' || given === null || Array.isArray(given) || isElement(given))
    return given
  return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, hide(each, kept)]))
}
/** What React shows in the midst of a text. */
const isElement = (given: object) => '$$typeof' in given
const unhide = (text: string, kept: readonly string[]): string =>
  text.replace(/[\ue000-\uf8ff]/g, (letter) => kept[letter.charCodeAt(0) - FIRST] ?? letter)
