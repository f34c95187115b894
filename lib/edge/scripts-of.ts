const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const REGIONS = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))

/**
 * The script that each language is likely written in, and in which regions another one, in lower case:
 * `{ zh: 'hans', 'zh-tw': 'hant' }`, by Unicode's likely subtags.
 * https://www.unicode.org/reports/tr35/#Likely_Subtags
 */
export function scriptsOf(tags: readonly string[]): Record<string, string> {
  const names = [...new Set(tags.map((tag) => new Intl.Locale(tag).language))]
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, scriptOf(name)],
      ...REGIONS.map((region) => [
        `${name}-${region}`.toLowerCase(),
        scriptOf(`${name}-${region}`),
      ]).filter(([, script]) => script !== scriptOf(name)),
    ]),
  )
}

const scriptOf = (tag: string): string =>
  (new Intl.Locale(tag).maximize().script ?? '').toLowerCase()
