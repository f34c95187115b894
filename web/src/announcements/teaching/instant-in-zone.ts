import { locale } from '#web/words/language.ts'

/** `December 1, 2026 at 9:00 AM`, as clocks of a zone show it. */
export const instantInZone = (instant: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )
