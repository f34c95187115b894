/**
 * The one that a person reads best, by the languages that they read in order: first one in a language's
 * usual script there (`zh-TW` reads `zh-Hant`), then one in another script. Of several the same tag, then
 * the same region, then the one for every region.
 */
export function closestLanguage<T extends { readonly language: string }>(
  offered: readonly T[],
  read: readonly string[],
): T | undefined {
  const readers = read.flatMap((tag) => localeOf(tag) ?? [])
  for (const isAlike of [sameScript, sameLanguage])
    for (const reader of readers) {
      const [best] = offered
        .flatMap((one) => {
          const locale = localeOf(one.language)
          return locale && isAlike(locale, reader)
            ? { one, distance: distance(locale, reader) }
            : []
        })
        .sort((a, b) => a.distance - b.distance)
      if (best) return best.one
    }
  return undefined
}

interface Locale {
  readonly tag: string
  /** Null where the tag names none. */
  readonly region: string | null
  /** With what the tag leaves unsaid. */
  readonly full: Intl.Locale
}

/** Null for what is no tag, and for `und`, which nobody reads. */
function localeOf(tag: string): Locale | null {
  try {
    const locale = new Intl.Locale(tag)
    if (locale.toString().startsWith('und')) return null
    return { tag: locale.toString(), region: locale.region ?? null, full: locale.maximize() }
  } catch {
    return null
  }
}

/** The tag `no` means its written form that nine in ten use. */
const languageOf = ({ full }: Locale) => (full.language === 'no' ? 'nb' : full.language)

const sameLanguage = (a: Locale, b: Locale) => languageOf(a) === languageOf(b)
const sameScript = (a: Locale, b: Locale) => sameLanguage(a, b) && a.full.script === b.full.script

function distance(offered: Locale, reader: Locale): number {
  if (offered.tag === reader.tag) return 0
  if (offered.full.region === reader.full.region) return 1
  return offered.region === null ? 2 : 3
}
