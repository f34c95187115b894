import type { Language } from './languages.ts'

/**
 * The forms that a language's whole numbers take, by the Unicode rules; Spanish has another, `many`, for
 * whole millions, which reads as `other` does with figures.
 * https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 */
interface Forms extends Record<Language, string> {
  en: 'one' | 'other'
  es: 'one' | 'other'
}

/** `plural(3, { one: '# lesson', other: '# lessons' })` is `3 lessons`, by one language's rules and figures. */
export function pluralIn<L extends Language>(language: L) {
  let rules: Intl.PluralRules | undefined
  let figures: Intl.NumberFormat | undefined
  return (count: number, forms: Readonly<Record<Forms[L], string>>): string => {
    if (Number.isInteger(count) && count >= 0 && count < 1000) {
      // As the rules below have it, which take a slow phone 50 ms to make, before it shows a lesson.
      const { one, other }: Readonly<Record<'one' | 'other', string>> = forms
      return (count === 1 ? one : other).replace('#', String(count))
    }
    rules ??= new Intl.PluralRules(language)
    figures ??= new Intl.NumberFormat(language)
    const { other, ...others }: Record<string, string | undefined> = forms
    return (others[rules.select(count)] ?? other ?? '').replace('#', figures.format(count))
  }
}
