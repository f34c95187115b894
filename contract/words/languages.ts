interface LanguageFacts {
  /** What it is called by those who speak it. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
}

/** The languages that every text exists in. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
} as const satisfies Record<string, LanguageFacts>

export type Language = keyof typeof LANGUAGES

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag)

export const languages = Object.keys(LANGUAGES) as Language[]

/** For whoever reads none of the others. */
export const FALLBACK: Language = 'en'

/** Holds the language that somebody chose in this browser. */
export const LANGUAGE_COOKIE = 'language'

/** The web client's page in a language. */
export const pageOf = (language: Language): string =>
  language === FALLBACK ? 'index.html' : `index.${language}.html`
