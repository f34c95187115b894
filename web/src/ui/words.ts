import { locale } from '#web/words/language.ts'

// Made once and when first wanted: a formatter costs more than all that it formats on a screen.
const made = new Map<string, Intl.NumberFormat>()
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify(options)
  const format = made.get(key) ?? new Intl.NumberFormat(locale, options)
  made.set(key, format)
  return format
}
let dates: Intl.DateTimeFormat | undefined
let together: Intl.ListFormat | undefined

const amount = (value: number, unit: string, options: Intl.NumberFormatOptions = {}) =>
  numberFormat({ style: 'unit', unit, unitDisplay: 'short', ...options }).format(value)

/** `1 hr 5 min`, `12 min`, `40 sec`. */
export function durationInWords(seconds: number): string {
  if (seconds < 60) return amount(Math.max(1, Math.round(seconds)), 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return amount(minutes, 'minute')
  const hours = amount(Math.floor(minutes / 60), 'hour')
  if (minutes % 60 === 0) return hours
  return inOne([hours, amount(minutes % 60, 'minute')])
}

function inOne(amounts: readonly string[]): string {
  together ??= new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })
  return together.format(amounts)
}

/** `1 hour 5 minutes`: units in full, for ears. */
export const amountInWords = (parts: readonly (readonly [value: number, unit: string])[]): string =>
  inOne(parts.map(([value, unit]) => amount(value, unit, { unitDisplay: 'long' })))

/** `1,200.5`. */
export const figure = (value: number): string => numberFormat({}).format(value)

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte']

/** `3.4 MB`, in powers of 1000 as file managers show them. */
export function bytesInWords(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < SIZES.length - 1) {
    value /= 1000
    unit += 1
  }
  const digits = value >= 100 || unit === 0 ? 0 : 1
  return amount(value, SIZES[unit] ?? 'byte', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // A unit of one letter is no word.
    ...(unit === 0 && { unitDisplay: 'long' }),
  })
}

/** `$12.30`. */
export const dollars = (value: number): string =>
  numberFormat({ style: 'currency', currency: 'USD' }).format(value)

/** `576p`: a picture as people call it, by its shorter side. A rung's own name is that of the step it stands on. */
export const sizeInWords = ({ width, height }: { width: number; height: number }) =>
  `${Math.min(width, height)}p`

/** `November 3, 2026`. */
export function dateInWords(instant: string): string {
  dates ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  return dates.format(new Date(instant))
}
