import { expect, it } from 'vitest'
import { Language } from '#contract/videos/asset'
import { languageLabel } from '#core/captions/format/language-label'
import { parseChapters } from '#core/captions/format/parse-chapters'

it('A chapter begins with each cue and is called what it says', () => {
  const text =
    'WEBVTT\n\n1\n00:00.000 --> 01:00.000\nWelcome &amp;\nhello\n\n01:00.000 --> 02:00.000\n<b>Kernel</b>\n'
  expect(parseChapters(text)).toEqual({
    kind: 'chapters',
    chapters: [
      { startSeconds: 0, title: 'Welcome & hello' },
      { startSeconds: 60, title: 'Kernel' },
    ],
  })
})

it('A chapter may be a mark that ends as it begins', () => {
  expect(parseChapters('1\n00:00:07,000 --> 00:00:07,000\nKernel\n')).toMatchObject({
    chapters: [{ startSeconds: 7, title: 'Kernel' }],
  })
})

it.each([
  ['en', 'English'],
  ['es', 'Español'],
  ['pt-BR', 'Português (Brasil)'],
  ['und', 'Captions'],
])('The language %s is called %s', (language, label) => {
  expect(languageLabel(language)).toBe(label)
})

it.each([
  ['EN-us', 'en-US'],
  ['eng', 'en'],
  ['zh-hant', 'zh-Hant'],
])('The tag %s is written %s', (given, tag) => {
  expect(Language.parse(given)).toBe(tag)
})

it.each(['', 'e', 'english', '../en', 'en.vtt', 'en us'])('%j is no language tag', (given) => {
  expect(Language.safeParse(given).success).toBe(false)
})
