import { LANGUAGE_COOKIE, type Language } from '#contract/words/languages'

/** Of the bundle that makes pages as HTML, which is built once a language; a browser finds it in its page. */
declare const BUILT_LANGUAGE: string | undefined

/** The language of this page, as it was built: what is chosen later needs a page of its own. */
export const language: string =
  globalThis.document?.documentElement?.lang ||
  (typeof BUILT_LANGUAGE === 'string' ? BUILT_LANGUAGE : 'en')

/**
 * How figures and dates are written: as in the region that the browser names for this language, `en-GB` for
 * somebody from there.
 */
export const locale: string =
  globalThis.navigator?.languages?.find(
    (tag) => tag.split('-')[0]?.toLowerCase() === language.split('-')[0],
  ) ?? language

const A_YEAR_SECONDS = 31_536_000

/** Keeps the choice in this browser, where the edge sees it, and loads the page in it. */
export function chooseLanguage(chosen: Language): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have no Cookie Store yet
  document.cookie = `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${A_YEAR_SECONDS}; SameSite=Lax${secure}`
  location.reload()
}
