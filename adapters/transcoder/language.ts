import { Language } from '#contract/videos/asset'

/** ISO 639-2's codes that name no language: undetermined, several, none, uncoded. */
const NO_LANGUAGE = new Set(['und', 'mul', 'zxx', 'mis'])

/** ISO 639-2 keeps these for local use. */
const LOCAL_USE = /^q[a-t][a-z]$/

/**
 * A container's language code, of ISO 639-2 (either kind) or 639-3, as BCP 47 wants it: `eng` and `ger`
 * are `en` and `de`. `und` for whatever names no language.
 */
export function toLanguage(code: string | undefined): Language {
  const wanted = (code ?? '').trim().toLowerCase()
  if (NO_LANGUAGE.has(wanted) || LOCAL_USE.test(wanted)) return 'und'
  try {
    const parsed = Language.safeParse(Intl.getCanonicalLocales(wanted)[0])
    return parsed.success ? parsed.data : 'und'
  } catch (error) {
    if (error instanceof RangeError) return 'und'
    throw error
  }
}

/**
 * Names for a list of tracks that tell them apart: `English`, `Spanish`, `English 2`, and `Track 3` where
 * the language is unknown. Letters, digits and spaces alone, since MediaConvert takes no others.
 */
export function trackNames(languages: readonly Language[]): string[] {
  const used = new Map<string, number>()
  return languages.map((language, index) => {
    const name = language === 'und' ? `Track ${index + 1}` : englishName(language)
    const count = (used.get(name) ?? 0) + 1
    used.set(name, count)
    return count === 1 ? name : `${name} ${count}`
  })
}

const DISPLAY = new Intl.DisplayNames(['en'], { type: 'language' })

const englishName = (language: Language) =>
  (DISPLAY.of(language) ?? language)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
