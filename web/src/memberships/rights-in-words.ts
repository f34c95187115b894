import type { AssistantRight } from '#contract/people/course-rights'
import { locale } from '#web/words/language.ts'
import { words } from './words/mine/en.ts'

/** Several of them, within a sentence. */
export const rightsInWords = (rights: readonly AssistantRight[]): string =>
  new Intl.ListFormat(locale).format(rights.map((right) => words.rightsWithin[right]))
