import { languageInWords } from '../asset-words.ts'

/** The languages that are asked for most; any other is written as its tag. */
const COMMON =
  'ar bn bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

export const isLanguageTag = (text: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text)

/** For a menu, by English name. */
export const languageChoices = () =>
  COMMON.map((value) => ({ value, label: languageInWords(value) })).sort((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  )

/** A language in its own words, as its speakers look for it: `Español`. */
export function ownName(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language)
    return name ? name.charAt(0).toLocaleUpperCase(language) + name.slice(1) : language
  } catch {
    return language
  }
}

/** The language in a file's name: `lecture.es.srt` is Spanish. Null where it names none. */
export function languageOfFile(fileName: string): string | null {
  const found = /\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\.[^.]+$/.exec(fileName)?.[1]
  if (!found) return null
  const [first = '', ...rest] = found.split('-')
  const tag = [first.toLowerCase(), ...rest].join('-')
  return isLanguageTag(tag) ? tag : null
}
