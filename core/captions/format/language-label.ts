import type { Language } from '#contract/videos/asset'
import { shorten } from '#core/platform/shorten'

/** The longest label that a captions track may have. */
const MAX_LABEL = 60

/** A language by its own name, as menus show it: `Español`, `Português (Brasil)`. */
export function languageLabel(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language)
  // Nobody said which language it is.
  if (!name || language === 'und') return 'Captions'
  return shorten(name.charAt(0).toLocaleUpperCase(language) + name.slice(1), MAX_LABEL)
}
