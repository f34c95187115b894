import type { Bill } from '#load/plan/cost/bill'
import { usd } from '#load/plan/report/words'
import { escaped } from '#load/plot/html'

const SHOWN = 10

/** The largest lines of the bill as bars, and the rest as one. */
export function costByLine({ lines, totalUsd }: Bill): string {
  const sorted = lines.toSorted((one, other) => other.usd - one.usd)
  const shown = sorted.slice(0, SHOWN).map(({ what, usd: amount }) => ({ what, amount }))
  const rest = sorted.slice(SHOWN).reduce((sum, line) => sum + line.usd, 0)
  const most = shown[0]?.amount ?? 1
  const bars = [...shown, { what: 'All others', amount: rest }]
    .map(
      ({ what, amount }) =>
        `<li><span>${escaped(what)}</span><span class="amount">${usd(amount)}</span><span class="bar" style="inline-size:${Math.max(0.4, (amount / most) * 100).toFixed(1)}%"></span></li>`,
    )
    .join('')
  return `<figure><figcaption><h3>A month’s cost by line</h3><p>US dollars, of ${usd(totalUsd)} together</p></figcaption><ol class="bars">${bars}</ol></figure>`
}
