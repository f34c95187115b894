import { allWords } from './all-words.ts'
import { speaker } from './words/said.ts'

/** Says anything in English: for `error.message`, for logs, and for mails while people have no language. */
export const inEnglish = speaker(allWords, ({ code }) => code)
