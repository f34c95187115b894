import { locale } from '#web/words/language.ts'
import { words } from './words/when/en.ts'

// Made once: a formatter costs more than all that it formats on a screen.
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' })
const thisYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' })
const anyYear = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })

/** `2 hours ago`, `yesterday`, `3 November`; exact on hover. */
export function WhenInWords({ instant }: { instant: string }) {
  const then = new Date(instant)
  return (
    <time dateTime={instant} title={exact.format(then)}>
      {sinceInWords(then, Date.now())}
    </time>
  )
}

function sinceInWords(then: Date, now: number): string {
  const minutes = Math.round((then.getTime() - now) / 60_000)
  if (minutes > -1) return words.justNow
  if (minutes > -60) return relative.format(minutes, 'minute')
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  if (minutes > -7 * 24 * 60) return relative.format(Math.round(minutes / 1440), 'day')
  const sameYear = then.getFullYear() === new Date(now).getFullYear()
  return (sameYear ? thisYear : anyYear).format(then)
}
