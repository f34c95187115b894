import { expect, it } from 'vitest'
import { LANGUAGES, type Language } from '#contract/words/languages'
import { pluralIn } from '#contract/words/plural'

it.each(Object.keys(LANGUAGES) as Language[])('counts in %s as Unicode does', (language) => {
  const plural = pluralIn(language)
  const rules = new Intl.PluralRules(language)
  const figures = new Intl.NumberFormat(language)
  for (const count of [...Array(1200).keys(), 12_345, 0.5, 1.5, -1]) {
    const form = rules.select(count) === 'one' ? 'one' : 'other'
    const said = plural(count, { one: 'one #', other: 'other #' })
    expect(said).toBe(`${form} ${figures.format(count)}`)
  }
})
