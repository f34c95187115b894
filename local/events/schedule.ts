import { parseCron } from '#contract/capacity/cron'

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const
/** Node's timers hold 2³¹ milliseconds, about 24 days; longer waits are taken in steps. */
const LONGEST_WAIT = 86_400_000

/** When a schedule is due next after a moment; none when it never is again. */
export type Schedule = (after: Date) => Date | undefined

/** `rate(5 minutes)` or `cron(0 3 * * ? *)`, in UTC. Throws a sentence for anything else. */
export function parseSchedule(expression: string): Schedule {
  const cron = /^cron\((.*)\)$/.exec(expression)?.[1]
  if (cron !== undefined) return parseCron(cron).next
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  const seconds = unit === 'minute' || unit === 'hour' || unit === 'day' ? SECONDS[unit] : 0
  if (!seconds || Number(count) < 1)
    throw new Error(`The local cloud does not know the schedule ${expression}.`)
  return (after) => new Date(after.getTime() + Number(count) * seconds * 1000)
}

/** Runs at each due time until the signal; what was due while the machine slept is left out. */
export function runOn(schedule: Schedule, signal: AbortSignal, run: () => void): void {
  let timer: NodeJS.Timeout
  const wait = (due: Date | undefined) => {
    if (!due || signal.aborted) return
    const left = due.getTime() - Date.now()
    timer = setTimeout(
      () => {
        if (left > LONGEST_WAIT) return wait(due)
        run()
        wait(schedule(new Date()))
      },
      Math.min(Math.max(left, 0), LONGEST_WAIT),
    )
  }
  wait(schedule(new Date()))
  signal.addEventListener('abort', () => clearTimeout(timer))
}
