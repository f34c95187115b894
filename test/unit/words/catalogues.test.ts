import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages } from '#contract/words/languages'
import { pluralIn } from '#contract/words/plural'
import { catalogues, messagesOf } from '#test/support/catalogues'

const all = await catalogues()

/** What shows words, and whose: the page itself has its own. */
const sources = globSync(['web/index.html', 'web/src/**/*.{ts,tsx}']).map((name) => {
  const text = readFileSync(name, 'utf8')
  const imports = [...text.matchAll(/from '([^']+\/en(?:\.ts)?)'/g)].map(([, from = '']) =>
    from.startsWith('#web/')
      ? from.replace('#web/', 'web/src/')
      : from.startsWith('#')
        ? `${from.slice(1)}.ts`
        : join(dirname(name), from),
  )
  return { text, imports: name === 'web/index.html' ? ['web/src/page/words/en.ts'] : imports }
})
/** What says things: all but the catalogues, and the lists of codes. */
const said = globSync(['core/**/*.ts', 'contract/**/*.ts', 'adapters/**/*.ts', 'functions/**/*.ts'])
  .filter((name) => !/\/words\/|\/sayings\.ts$/.test(name))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n')
const others = languages.filter((language) => language !== 'en')

it('finds the catalogues of several folders', () => {
  expect(all.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining(['web/src/api', 'web/src/courses', 'web/src/people', 'web/src/ui']),
  )
})

describe.each(all)('$file', ({ file, byLanguage }) => {
  const english = messagesOf(byLanguage.en)

  it.each(others)('has the same messages in %s, with the same parameters', (language) => {
    const shape = (messages: typeof english) =>
      messages.map(([key, message]) => [key, typeof message, message.length > 0])
    const sorted = (messages: typeof english) => messages.toSorted(([a], [b]) => a.localeCompare(b))
    expect(shape(sorted(messagesOf(byLanguage[language])))).toEqual(shape(sorted(english)))
  })

  it.each(others)('leaves no sentence in English in %s', (language) => {
    const texts = new Set(english.map(([, message]) => message))
    const left = messagesOf(byLanguage[language]).filter(
      ([, message]) => typeof message === 'string' && message.includes(' ') && texts.has(message),
    )
    expect(left).toEqual([])
  })

  it('has no message that nobody says or shows', () => {
    const shown = sources.filter(({ imports }) => imports.includes(file)).map(({ text }) => text)
    // Of a group one is chosen by what is known at run time.
    const unused = Object.keys(byLanguage.en).filter(
      (key) =>
        !shown.some((text) => new RegExp(`(\\.|\\{\\{)${key}\\b`).test(text)) &&
        !(file.startsWith('contract/') && said.includes(`'${key}'`)),
    )
    expect(unused).toEqual([])
  })
})

describe('a plural', () => {
  it('has the form and the figures of its language', () => {
    const english = pluralIn('en')
    const lessons = (count: number) => english(count, { one: '# lesson', other: '# lessons' })
    expect([0, 1, 2, 1200].map(lessons)).toEqual([
      '0 lessons',
      '1 lesson',
      '2 lessons',
      '1,200 lessons',
    ])
    const spanish = pluralIn('es')
    const lecciones = (count: number) => spanish(count, { one: '# lección', other: '# lecciones' })
    expect([0, 1, 2, 12_000, 1_000_000].map(lecciones)).toEqual([
      '0 lecciones',
      '1 lección',
      '2 lecciones',
      '12.000 lecciones',
      '1.000.000 lecciones',
    ])
  })
})
