import type { CoursePage } from '#contract/courses/course'
import { dateInWords } from '#web/ui/words.ts'
import type { Reader } from '#web/words/use-reader.ts'
import { words } from './words/facts/en.ts'

export function daysInWords(
  { startsOn, endsOn, timeZone }: Pick<CoursePage, 'startsOn' | 'endsOn' | 'timeZone'>,
  { locale }: Reader,
): string | null {
  // A calendar day is the same everywhere.
  const day = (text: string) => dateInWords(`${text}T00:00:00Z`, { locale, timeZone: 'UTC' })
  const zoned = (days: string) => words.inZone(days, timeZone)
  if (startsOn && endsOn) return zoned(words.between(day(startsOn), day(endsOn)))
  if (startsOn) return zoned(words.from(day(startsOn)))
  return endsOn ? zoned(words.until(day(endsOn))) : null
}

export function languageInWords(tag: string, { locale }: Reader): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
