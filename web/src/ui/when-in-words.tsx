// Made once: a formatter costs more than all that it formats on a screen.
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' })
const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const anyYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' })

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
  if (minutes > -1) return 'just now'
  if (minutes > -60) return relative.format(minutes, 'minute')
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  if (minutes > -7 * 24 * 60) return relative.format(Math.round(minutes / 1440), 'day')
  const sameYear = then.getFullYear() === new Date(now).getFullYear()
  return (sameYear ? thisYear : anyYear).format(then)
}
