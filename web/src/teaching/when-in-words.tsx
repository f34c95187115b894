const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** `2 hours ago`, `yesterday`, `3 November`; exact on hover. */
export function WhenInWords({ instant }: { instant: string }) {
  const exact = new Date(instant).toLocaleString('en-GB', {
    dateStyle: 'full',
    timeStyle: 'medium',
  })
  return (
    <time dateTime={instant} title={exact}>
      {sinceInWords(instant, Date.now())}
    </time>
  )
}

function sinceInWords(instant: string, now: number): string {
  const then = new Date(instant)
  const minutes = Math.round((then.getTime() - now) / 60_000)
  if (minutes > -1) return 'just now'
  if (minutes > -60) return relative.format(minutes, 'minute')
  if (minutes > -24 * 60) return relative.format(Math.round(minutes / 60), 'hour')
  if (minutes > -7 * 24 * 60) return relative.format(Math.round(minutes / 1440), 'day')
  const sameYear = then.getFullYear() === new Date(now).getFullYear()
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
}
