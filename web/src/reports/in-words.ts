import { durationInWords } from '#web/ui/words.ts'
import { locale } from '#web/words/language.ts'

const dayAndMonth = new Intl.DateTimeFormat(locale, {
  ...{ day: 'numeric', month: 'short', timeZone: 'UTC' },
})
const wholeDay = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
const noTime = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute' })
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
const fewPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
const unit = (name: string) =>
  ({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }) as const
const someMilliseconds = new Intl.NumberFormat(locale, unit('millisecond'))
const someSeconds = new Intl.NumberFormat(locale, { ...unit('second'), maximumFractionDigits: 1 })
const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const clockTime = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
const dateAndTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** `3 Nov`, of a day in UTC. */
export const shortDay = (day: string): string => dayAndMonth.format(new Date(day))

/** `Tuesday, 3 November 2026`. */
export const fullDay = (day: string): string => wholeDay.format(new Date(day))

const HOUR = 3600
/** So long that minutes say nothing. */
const LONG = 10 * HOUR

/** `1 hr 5 min`; `0 min` of none, `135 hr` of much. */
export function timeInWords(seconds: number): string {
  if (seconds < 1) return noTime.format(0)
  return durationInWords(seconds < LONG ? seconds : Math.round(seconds / HOUR) * HOUR)
}

/** `45%`. */
export const shareInWords = (share: number): string => percent.format(share)

/** `0.05%`, of percents. */
export const percentInWords = (percents: number): string => fewPercent.format(percents / 100)

/** `340 ms`, `1.2 sec`. */
export const millisecondsInWords = (milliseconds: number): string =>
  milliseconds < 1000
    ? someMilliseconds.format(milliseconds)
    : someSeconds.format(milliseconds / 1000)

/** `1.4`, of a mean. */
export const meanInWords = (value: number): string => oneDigit.format(value)

/** `10:32` of today, else with the date. */
export function instantInWords(instant: string, now: number): string {
  const then = new Date(instant)
  const isToday = then.toDateString() === new Date(now).toDateString()
  return (isToday ? clockTime : dateAndTime).format(then)
}
