/**
 * EventBridge's and Application Auto Scaling's `cron(minutes hours day-of-month month day-of-week year)`, in UTC: lists,
 * ranges, steps, names, `?`, `L` (the last), `W` (the nearest weekday) and `#` (the nth such weekday).
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export interface Cron {
  /** The first minute after this moment, or none within the years that may be. */
  next(after: Date): Date | undefined
  /** The last minute until this moment, or none within as many years. */
  previous(until: Date): Date | undefined
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
/** A leap day on a given weekday comes back within 28 years, or 40 across a century without one. */
const YEARS = 40

/** Throws a sentence for what cannot be read. */
export function parseCron(fields: string): Cron {
  const [minutes, hours, days, months, weekdays, years, ...rest] = fields.trim().split(/\s+/)
  if (!minutes || !hours || !days || !months || !weekdays || !years || rest.length > 0)
    throw new Error(`A cron expression has six fields, unlike cron(${fields}).`)
  if ((days === '?') === (weekdays === '?'))
    throw new Error(`One of day-of-month and day-of-week must be ?, in cron(${fields}).`)
  const minute = valuesOf(minutes, 0, 59)
  const hour = valuesOf(hours, 0, 23)
  const month = valuesOf(months, 1, 12, MONTHS)
  const year = valuesOf(years, 1970, 2199)
  const isDay = days === '?' ? weekdayMatcher(weekdays) : dayMatcher(days)
  /** The minutes of a day on which it is due, ascending. */
  const minutesOn = (day: Date): Date[] =>
    year.has(day.getUTCFullYear()) && month.has(day.getUTCMonth() + 1) && isDay(day)
      ? [...hour].flatMap((h) =>
          [...minute].map((m) => new Date(day.getTime() + (h * 60 + m) * 60_000)),
        )
      : []
  /** Day by day from one on, until a minute is found. */
  const search = (
    from: Date,
    days: 1 | -1,
    find: (due: Date[]) => Date | undefined,
  ): Date | undefined => {
    const day = midnight(from)
    while (Math.abs(day.getUTCFullYear() - from.getUTCFullYear()) <= YEARS) {
      const found = find(minutesOn(day))
      if (found) return found
      day.setUTCDate(day.getUTCDate() + days)
    }
    return undefined
  }

  return {
    next(after) {
      const from = new Date(Math.floor(after.getTime() / 60_000) * 60_000 + 60_000)
      return search(from, 1, (due) => due.find((at) => at >= from))
    },
    previous: (until) => search(until, -1, (due) => due.findLast((at) => at <= until)),
  }
}

const midnight = (date: Date) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()))

type DayMatcher = (day: Date) => boolean

const dayMatcher = (field: string): DayMatcher => {
  const matchers = field.split(',').map((part): DayMatcher => {
    if (part === 'L') return (day) => day.getUTCDate() === lastDay(day)
    const weekday = /^(\d+)W$/.exec(part)?.[1]
    if (weekday) return (day) => day.getUTCDate() === nearestWeekday(day, Number(weekday))
    const days = valuesOf(part, 1, 31)
    return (day) => days.has(day.getUTCDate())
  })
  return (day) => matchers.some((matches) => matches(day))
}

/** Sunday is 1. */
const weekdayMatcher = (field: string): DayMatcher => {
  const matchers = field.split(',').map((part): DayMatcher => {
    const [, name, mark, nth] = /^([^#L]*)(L|#)(\d?)$/.exec(part) ?? []
    if (!mark) {
      const weekdays = valuesOf(part, 1, 7, WEEKDAYS)
      return (day) => weekdays.has(day.getUTCDay() + 1)
    }
    const [weekday] = valuesOf(name || '7', 1, 7, WEEKDAYS)
    const isOne = (day: Date) => day.getUTCDay() + 1 === weekday
    if (mark === 'L')
      return name ? (day) => isOne(day) && day.getUTCDate() > lastDay(day) - 7 : isOne
    return (day) => isOne(day) && Math.ceil(day.getUTCDate() / 7) === Number(nth)
  })
  return (day) => matchers.some((matches) => matches(day))
}

const lastDay = (day: Date) =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate()

/** Within the month: the 1st on a Saturday becomes Monday the 3rd. */
const nearestWeekday = (day: Date, date: number) => {
  const wanted = Math.min(date, lastDay(day))
  const weekday = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), wanted)).getUTCDay()
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1
  if (weekday === 0) return wanted === lastDay(day) ? wanted - 2 : wanted + 1
  return wanted
}

/** The numbers that a field names, ascending: `0/15`, `1-5`, `MON,WED`, `*`. */
function valuesOf(field: string, least: number, most: number, names: readonly string[] = []) {
  const numberOf = (text: string) => {
    const named = names.indexOf(text.toUpperCase())
    const value = named >= 0 ? named + least : Number(text)
    if (!/^[\dA-Za-z]+$/.test(text) || !(value >= least && value <= most))
      throw new Error(`A cron expression cannot have ${field} here.`)
    return value
  }
  const found = field.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/')
    const [first = '', last] = range.split('-')
    const from = range === '*' ? least : numberOf(first)
    const to = range === '*' || (step && !last) ? most : numberOf(last ?? first)
    const by = step === undefined ? 1 : Number(step)
    if (!Number.isInteger(by) || by < 1)
      throw new Error(`A cron expression cannot have ${field} here.`)
    // FRI-MON goes round.
    const count = from <= to ? to - from : most - least + 1 - from + to
    return Array.from(
      { length: Math.floor(count / by) + 1 },
      (_, n) => ((from - least + n * by) % (most - least + 1)) + least,
    )
  })
  return new Set(found.toSorted((a, b) => a - b))
}
