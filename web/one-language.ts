import type { Plugin } from 'vite'
import { LANGUAGES, type Language } from '../contract/words/languages.ts'
import { FIRST_PAINT } from './first-paint.ts'

/** `words/en.ts` of a folder, or `words/palette/en.ts` for a part of it that is loaded by itself. */
const ENGLISH = /\/words\/([\w-]+\/)?en(\.ts)?$/

/**
 * Builds the client in one language: whoever imports a folder's English words gets those of the language, so
 * that each chunk carries its own words, in no other language. The page names its language and direction.
 */
export const oneLanguage = (language: Language): Plugin => ({
  name: 'lectern-one-language',
  enforce: 'pre',
  resolveId(id, importer) {
    if (language === 'en' || !ENGLISH.test(id)) return undefined
    return this.resolve(id.replace(ENGLISH, `/words/$1${language}$2`), importer, { skipSelf: true })
  },
  transformIndexHtml: {
    order: 'pre',
    handler: async (html) => {
      const { words } = await import(`./src/page/words/${language}.ts`)
      return {
        html: fillPage(html, { language, direction: LANGUAGES[language].direction, ...words }),
        tags: [{ tag: 'script', children: FIRST_PAINT, injectTo: 'head-prepend' }],
      }
    },
  },
})

/** `{{language}}` and the like in the page, with their values. */
const fillPage = (html: string, values: Readonly<Record<string, string>>): string =>
  html.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`index.html asks for ${name}, which page/words lacks`)
    return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  })
