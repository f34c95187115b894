import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inEnglish } from '#contract/in-english'
import { type Saying, say, sayings } from '#contract/say'
import { languages } from '#contract/words/languages'
import { type InWords, type Sayings, speaker } from '#contract/words/said'
import { catalogues } from '#test/support/catalogues'

const nouns = (await catalogues()).filter(({ file }) => file.startsWith('contract/'))
const declared: [string, Sayings[string]][] = Object.entries(sayings)

/** A sentence is made of whole words, or of what it is told. */
const NOTHING = /undefined|null|NaN|\[object/
const text = fc.stringMatching(/^[a-z]{1,12}$/).filter((word) => !NOTHING.test(word))
const problem = fc.record(
  {
    line: fc.nat(9999),
    path: text,
    code: fc.constantFrom('times_missing', 'value_missing', 'no_cues'),
    params: fc.constant({}),
  },
  { requiredKeys: ['code', 'params'] },
)
const KINDS = {
  text,
  number: fc.integer({ min: 0, max: 5e9 }),
  texts: fc.array(text, { minLength: 1, maxLength: 4 }),
  problems: fc.array(problem, { minLength: 1, maxLength: 3 }),
}
const paramsOf = (params: Sayings[string]) =>
  fc.record(
    Object.fromEntries(
      Object.entries(params).map(([name, kind]): [string, fc.Arbitrary<unknown>] => [
        name,
        typeof kind === 'string' ? KINDS[kind] : fc.constantFrom(...kind),
      ]),
    ),
  )

/** Says anything in a language, by the catalogues of every noun. */
const speakerIn = (language: (typeof languages)[number]): InWords =>
  speaker(Object.assign({}, ...nouns.map(({ byLanguage }) => byLanguage[language])), ({ code }) => {
    throw new Error(`Nobody has words for ${code}`)
  })

describe('what the server says', () => {
  it('has a code of one noun alone', () => {
    const codes = nouns.flatMap(({ byLanguage }) => Object.keys(byLanguage.en))
    expect(codes.toSorted()).toEqual(declared.map(([code]) => code).toSorted())
  })

  describe.each(languages)('in %s', (language) => {
    const inWords = speakerIn(language)

    it.each(declared)('%s has words, and takes its parameters', (code, params) => {
      fc.assert(
        fc.property(paramsOf(params), (given) => {
          const sentence = inWords({ code, params: given })
          expect(sentence.trim()).not.toBe('')
          expect(sentence).not.toMatch(NOTHING)
          for (const [name, kind] of Object.entries(params))
            if (kind === 'text' || kind === 'texts')
              for (const told of [given[name]].flat()) expect(sentence).toContain(told)
        }),
        { numRuns: 20 },
      )
    })
  })

  it('is English for the API by the same words', () => {
    const inWords = speakerIn('en')
    const said: Saying[] = [say('file_empty'), say('unknown_course', { course: 'algebra' })]
    for (const one of said) expect(inEnglish(one)).toBe(inWords(one))
  })

  it('is known by its code where a reader has no words for it', () => {
    expect(inEnglish({ code: 'of_tomorrow', params: {} })).toBe('of_tomorrow')
  })
})

it('nobody says what is no code: a sentence as it is written was stored by an earlier version', () => {
  const writers = globSync('{core,adapters,functions}/**/*.ts').filter((file) =>
    readFileSync(file, 'utf8').includes("'as_written'"),
  )
  expect(writers).toEqual(['adapters/dynamo/videos/asset-item.ts'])
})

describe('a schema’s own rule', () => {
  // What is wrong in the settings is told to operators, when the stacks are made.
  const contract = globSync('contract/**/*.ts').filter((file) => !file.endsWith('-settings.ts'))
  const rules = contract.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /\.(?:refine|regex)\(\s*\S[^;]*?,\s*'([^']+)',?\s*\)/g,
      ),
    ].map(([, rule = '']) => rule),
  )

  it('is told by a code', () => {
    expect(rules).toEqual(
      expect.arrayContaining(['unlike_a_slug', 'not_below_folder', 'unseen_characters']),
    )
    expect(rules.filter((rule) => !Object.hasOwn(sayings, rule))).toEqual([])
  })
})
