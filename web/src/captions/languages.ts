import { languageInWords } from '#web/videos/asset-words.ts'
import { locale } from '#web/words/language.ts'

/** The languages that are asked for most; any other is written as its tag. */
const COMMON =
  'ar bn bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )

/** As the server writes it: `pt-BR` for `PT_br`, `en` for `eng`. Null for what is no tag. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/** Spanish and others write languages small, but not where a line begins. */
const beginLarge = (name: string, language: string) =>
  name.charAt(0).toLocaleUpperCase(language) + name.slice(1)

/** For a menu, by the names that the page’s language has. */
export const languageChoices = () =>
  COMMON.map((value) => ({ value, label: beginLarge(languageInWords(value), locale) })).sort(
    (a, b) => a.label.localeCompare(b.label, locale),
  )

/** A language in its own words, as its speakers look for it: `Español`. */
export function ownName(language: string): string {
  try {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language)
    return name ? beginLarge(name, language) : language
  } catch {
    return language
  }
}

/** The language in a file's name: `lecture.es.srt` is Spanish. Null where it names none. */
export function languageOfFile(fileName: string): string | null {
  const [, found] = /\.([^.]+)\.[^.]+$/.exec(fileName) ?? []
  return found === undefined ? null : languageTag(found)
}
