import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOfFile, languageTag } from '#web/captions/languages.ts'
import { closestLanguage } from '#web/ui/closest-language.ts'

const closest = (offered: string, read: string) =>
  closestLanguage(
    offered.split(' ').map((language) => ({ language })),
    read.split(' '),
  )?.language

describe('of the languages that are offered', () => {
  it.each([
    // By script, said or not.
    ['en zh-Hans zh-Hant', 'zh-TW', 'zh-Hant'],
    ['en zh-Hans zh-Hant', 'zh-HK', 'zh-Hant'],
    ['en zh-Hant zh-Hans', 'zh-CN', 'zh-Hans'],
    ['zh-Hant zh-Hans', 'zh', 'zh-Hans'],
    ['zh zh-TW', 'zh-Hant', 'zh-TW'],
    ['sr sr-Latn', 'sr-Latn-RS', 'sr-Latn'],
    ['sr-Latn sr', 'sr-Cyrl', 'sr'],
    ['sr-Latn sr-Cyrl', 'sr', 'sr-Cyrl'],
    // By region.
    ['pt-BR pt-PT', 'pt-PT', 'pt-PT'],
    ['pt-BR pt', 'pt-PT', 'pt'],
    ['pt-PT pt-BR', 'pt', 'pt-BR'],
    ['pt-BR', 'pt-PT', 'pt-BR'],
    ['en-GB en-US', 'en', 'en-US'],
    // By order.
    ['de en fr', 'fr-CA de', 'fr'],
    ['de en', 'fr-CA de en', 'de'],
    ['zh-Hans en', 'zh-TW en', 'en'],
    ['zh-Hans de', 'zh-TW en', 'zh-Hans'],
    // Under another name.
    ['en no', 'nb-NO', 'no'],
    ['en he', 'iw', 'he'],
  ])('%s, who reads %s gets %s', (offered, read, chosen) => {
    expect(closest(offered, read)).toBe(chosen)
  })

  it.each([
    ['de en', 'fr'],
    ['und', 'und en'],
    ['de', 'no tag at all!'],
  ])('%s, who reads %s gets none', (offered, read) => {
    expect(closest(offered, read)).toBeUndefined()
  })

  it('the one that is exactly a person’s first is always theirs, wherever it stands', () => {
    const tags = fc.constantFrom('zh-Hans', 'zh-Hant', 'zh-TW', 'pt', 'pt-BR', 'pt-PT', 'sr', 'nb')
    fc.assert(
      fc.property(fc.uniqueArray(tags, { minLength: 1 }), fc.array(tags), (offered, others) => {
        for (const first of offered)
          expect(closest(offered.join(' '), [first, ...others].join(' '))).toBe(first)
      }),
    )
  })
})

describe('a language tag', () => {
  it.each([
    ['zh-hant', 'zh-Hant'],
    ['PT_br', 'pt-BR'],
    [' eng ', 'en'],
    ['english', null],
    ['', null],
  ])('%j is written %s', (given, tag) => {
    expect(languageTag(given)).toBe(tag)
  })

  it('is found in a file’s name as the server finds it', () => {
    expect(languageOfFile('lecture.pt_BR.srt')).toBe('pt-BR')
    expect(languageOfFile('lecture.srt')).toBeNull()
  })
})
