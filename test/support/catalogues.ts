import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Language, languages } from '#contract/words/languages'

/** A text, a text with parameters, or a group of them. */
export type Message = string | ((...given: never[]) => unknown) | Catalogue
export interface Catalogue {
  readonly [key: string]: Message
}

const ENGLISH = ['web/src/**/words/en.ts', 'web/src/**/words/*/en.ts', 'contract/**/words/en.ts']

/** Each folder's words in every language; a file that is missing fails. */
export async function catalogues() {
  const files = ENGLISH.flatMap((pattern) => globSync(pattern)).sort()
  return Promise.all(
    files.map(async (file) => {
      const byLanguage = {} as Record<Language, Catalogue>
      for (const language of languages)
        byLanguage[language] = await wordsOf(file.replace(/en\.ts$/, `${language}.ts`))
      return { file, folder: file.replace(/\/words\/(\w+\/)?en\.ts$/, ''), byLanguage }
    }),
  )
}

const wordsOf = async (file: string): Promise<Catalogue> =>
  (await import(pathToFileURL(join(process.cwd(), file)).href)).words

/** Every message with its key: `byCode.invalid`. */
export const messagesOf = (
  words: Catalogue,
  before = '',
): [string, Exclude<Message, Catalogue>][] =>
  Object.entries(words).flatMap(([key, message]) =>
    typeof message === 'object'
      ? messagesOf(message, `${before}${key}.`)
      : [[`${before}${key}`, message] as [string, Exclude<Message, Catalogue>]],
  )

/** The texts that need no parameters. */
export const textsOf = (words: Catalogue): string[] =>
  messagesOf(words).flatMap(([, message]) => (typeof message === 'string' ? [message] : []))
