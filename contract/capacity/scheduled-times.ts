import { parseCron } from './cron.ts'

/** When a schedule of Application Auto Scaling is due, in its time zone. */
export interface ScheduledTimes {
  /** The last time until this moment, this moment included. */
  lastUntil(moment: Date): Date | undefined
  /** Every time from the first moment until the second, the second left out. */
  between(from: Date, until: Date): Date[]
}

const MINUTE = 60_000

/**
 * `cron(…)` or `at(yyyy-mm-ddThh:mm:ss)`. An hour that a zone’s clocks leave out is the one after it.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html
 */
export function parseScheduled(schedule: string, timezone: string): ScheduledTimes {
  const [, form, written = ''] = /^(cron|at)\((.*)\)$/.exec(schedule) ?? []
  if (form === 'at') return once(instantOf(new Date(`${written}Z`), timezone))
  if (form !== 'cron') throw new Error(`Nobody here knows the schedule ${schedule}.`)
  const { next, previous } = parseCron(written)
  return {
    lastUntil(moment) {
      const last = previous(wallClock(moment, timezone))
      return last && instantOf(last, timezone)
    },
    between(from, until) {
      const found: Date[] = []
      const end = wallClock(until, timezone)
      // From the minute before, since the next one is always a later minute.
      let due = next(new Date(wallClock(from, timezone).getTime() - 1))
      for (; due && due < end; due = next(due)) found.push(instantOf(due, timezone))
      return found
    },
  }
}

const once = (at: Date): ScheduledTimes => ({
  lastUntil: (moment) => (at <= moment ? at : undefined),
  between: (from, until) => (from <= at && at < until ? [at] : []),
})

const clocks = new Map<string, Intl.DateTimeFormat>()
const clockOf = (timezone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timezone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  clocks.set(timezone, made)
  return made
}

/** What a zone’s clocks show, as if they showed UTC. */
function wallClock(moment: Date, timezone: string): Date {
  const parts = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const milliseconds = moment.getUTCMilliseconds()
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds))
}

/** The moment at which a zone’s clocks show that. */
function instantOf(wall: Date, timezone: string): Date {
  const offsetAt = (moment: number) => {
    const whole = Math.floor(moment / MINUTE) * MINUTE
    return wallClock(new Date(whole), timezone).getTime() - whole
  }
  const near = wall.getTime() - offsetAt(wall.getTime())
  return new Date(wall.getTime() - offsetAt(near))
}
