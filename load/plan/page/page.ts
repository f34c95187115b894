import type { StageSettingsInput } from '#lib/settings/settings'
import type { Bill } from '#load/plan/cost/bill'
import type { Plan } from '#load/plan/plan'
import type { Table } from '#load/plan/report/table'
import { count, usd } from '#load/plan/report/words'
import type { Prices } from '#load/prices/prices'
import { costAgainstUsersPlot } from './cost-against-users.ts'
import { costByLine } from './cost-by-line.ts'
import { dayPlot } from './day.ts'
import { latencyPlot } from './latency.ts'
import { escaped } from './plot.ts'
import { style } from './style.ts'

export interface PageProps {
  readonly plan: Plan
  readonly stage: StageSettingsInput
  readonly bill: Bill
  readonly prices: Prices
  readonly tables: readonly Table[]
  readonly contradictions: readonly string[]
}

/** The plan as one HTML page that needs nothing else. */
export function page({ plan, stage, bill, prices, tables, contradictions }: PageProps): string {
  const { users, monthActive, profile, region, heartbeatSeconds } = plan.input
  const title = `Lectern for ${count(users)} people at once`
  const facts = [
    [count(plan.gateway.arrivals), 'requests a second, with a burst'],
    [String(plan.functions.learning.need.environments), 'environments of learning'],
    [`${count(plan.edge.mbitPerSecond / 1_000)} Gbit/s`, 'of video'],
    [usd(bill.totalUsd), 'an ordinary month'],
    [usd(bill.perLearnerUsd), 'a month and learner'],
    [usd(bill.idleUsd), 'a month before anybody comes'],
  ]
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main>
<h1>${escaped(title)}</h1>
<p class="quiet">${count(monthActive)} in a month, ${profile}, ${region}, a heartbeat every ${heartbeatSeconds} seconds; prices of ${prices.asOf}</p>
${contradictions.map((it) => `<p class="wrong">${escaped(it)}</p>`).join('')}
<ul class="facts">${facts.map(([figure = '', what = '']) => `<li><b>${escaped(figure)}</b><span>${escaped(what)}</span></li>`).join('')}</ul>
<div class="plots">
${[dayPlot(plan), latencyPlot(plan), costByLine(bill), costAgainstUsersPlot(plan, stage, prices)].join('\n')}
</div>
${tables.map(inHtml).join('\n')}
</main></body></html>
`
}

function inHtml({ title, head, rows, figures, notes }: Table): string {
  const cells = (tag: 'th' | 'td', row: readonly string[]) =>
    row
      .map(
        (cell, column) =>
          `<${tag}${figures.includes(column) ? ' class="figure"' : ''}>${escaped(cell)}</${tag}>`,
      )
      .join('')
  const table =
    rows.length > 0
      ? `<div class="table" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${cells('th', head)}</tr></thead><tbody>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</tbody></table></div>`
      : ''
  const list = notes.map((note) => `<li>${escaped(note)}</li>`).join('')
  return `<section><h2>${escaped(title)}</h2>${table}${list ? `<ul class="notes">${list}</ul>` : ''}</section>`
}
