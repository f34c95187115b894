import { type Reader, reader } from '#web/words/use-reader.ts'

// Made once and when first wanted: a formatter costs more than all that it formats on a screen.
function kept<Format>(made = new Map<string, Format>()) {
  return (key: string, make: () => Format): Format => {
    const format = made.get(key) ?? make()
    made.set(key, format)
    return format
  }
}
const numbers = kept<Intl.NumberFormat>()
const dates = kept<Intl.DateTimeFormat>()
const lists = kept<Intl.ListFormat>()

const numberFormat = (options: Intl.NumberFormatOptions, { locale }: Reader = reader) =>
  numbers(`${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

const amount = (
  value: number,
  unit: string,
  options: Intl.NumberFormatOptions = {},
  by: Reader = reader,
) => numberFormat({ style: 'unit', unit, unitDisplay: 'short', ...options }, by).format(value)

/** `1 hr 5 min`, `12 min`, `40 sec`. */
export function durationInWords(seconds: number, by: Reader = reader): string {
  const short = (value: number, unit: string) => amount(value, unit, {}, by)
  if (seconds < 60) return short(Math.max(1, Math.round(seconds)), 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return short(minutes, 'minute')
  const hours = short(Math.floor(minutes / 60), 'hour')
  if (minutes % 60 === 0) return hours
  return inOne([hours, short(minutes % 60, 'minute')], by)
}

const inOne = (amounts: readonly string[], { locale }: Reader = reader): string =>
  lists(locale, () => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })).format(
    amounts,
  )

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
export const dateInWords = (instant: string, { locale, timeZone }: Reader = reader): string =>
  dates(
    `${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }),
  ).format(new Date(instant))
