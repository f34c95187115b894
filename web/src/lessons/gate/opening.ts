import { locale } from '#web/words/language.ts'

let formats: Intl.DateTimeFormat | undefined

/** `December 1, 2026 at 9:00 AM`, in the reader's time zone. */
export function instantInWords(instant: string): string {
  formats ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  return formats.format(new Date(instant))
}

let days: Intl.DateTimeFormat | undefined

/** The same of a midnight by the day alone: `December 1, 2026`. */
export function openingInWords(instant: string): string {
  const date = new Date(instant)
  if (date.getHours() + date.getMinutes() + date.getSeconds() > 0) return instantInWords(instant)
  days ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  return days.format(date)
}

/** The value of a field for date and time, which knows no time zones: `2026-12-01T09:00`. */
export function toLocal(instant: string): string {
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Null while no time is chosen. */
export const toInstant = (local: string): string | null =>
  Number.isNaN(Date.parse(local)) ? null : new Date(local).toISOString()
