import { services } from '#contract/http/route'
import { targets } from '#lib/settings/targets'
import { facts } from '#load/simulation/aws/facts'
import type { Stretch } from '#load/simulation/recorder'
import type { Run } from '#load/simulation/run'
import { STYLE } from './page-style.ts'
import { figureOf, type Plot } from './plot.ts'
import { number, resultRows, sentencesOf, verdictsOf } from './table.ts'

/** A run as a page of its own, which asks nobody for anything. */
export function pageOf(run: Run): string {
  const { head, rows } = resultRows(run)
  const title = `${number(run.scenario.users)} users, simulated`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${describe(run)}</p>
<ul class="verdicts">${verdictsOf(run)
    .map(
      ({ promise, seen, isKept }) =>
        `<li class="${isKept ? 'kept' : 'broken'}"><b>${isKept ? 'Kept' : 'Broken'}</b> ${promise}: ${seen}</li>`,
    )
    .join('')}</ul>
<div class="plots">
${plotsOf(run).map(figureOf).join('\n')}
</div>
<h2>By function</h2>
<div class="scrolls" tabindex="0" role="region" aria-label="By function"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([name, ...cells]) =>
        `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>
${sentencesOf(run)
  .map((sentence) => `<p class="quiet">${sentence}</p>`)
  .join('\n')}
</main>
</body>
</html>
`
}

function describe({ scenario }: Run): string {
  const { seed, seconds, bursts, faults, deployment } = scenario
  const happens = [
    ...bursts.map(({ burst, atSeconds }) => `${burst.name}, at minute ${atSeconds / 60}`),
    ...faults.map(({ kind, atSeconds }) => `${kind} at minute ${atSeconds / 60}`),
  ]
  const warm = services.flatMap((service) => {
    const bounds = deployment.functions[service]
    return bounds ? [`${service} ${bounds.min} to ${bounds.max}`] : []
  })
  return `${seconds / 60} minutes of a term’s busiest traffic, seed ${seed}. Warm environments: ${warm.join(', ') || 'none'}, scaled by ${deployment.tracking}. ${happens.length > 0 ? `What happens: ${happens.join('; ')}.` : 'Nothing special happens.'}`
}

function plotsOf({ recorder, scenario }: Run): Plot[] {
  const { stretchSeconds } = recorder
  const { seconds, deployment } = scenario
  const stretches = recorder.stretches.slice(0, Math.floor(seconds / stretchSeconds))
  const minutes = seconds / 60
  const perSecond = (of: (stretch: Stretch) => number) =>
    stretches.map((stretch) => of(stretch) / stretchSeconds)
  const plot = (title: string, unit: string, lines: Plot['lines'], byPowers = false): Plot => ({
    ...{ title, unit, minutes, lines, byPowers },
  })
  const warm = services.flatMap((service, at) => {
    if (!deployment.functions[service]) return []
    const provisioned = stretches.map((stretch) => stretch.provisioned[at] as number)
    return [
      plot(`Calls of ${service}`, 'a second', [
        { name: 'calls', values: perSecond((stretch) => stretch.calls[at] as number) },
        {
          name: 'what warm environments take',
          values: provisioned.map((count) => count * facts.lambda.callsPerEnvironment),
        },
      ]),
      plot(`Environments of ${service}`, 'most at a time', [
        { name: 'busy', values: stretches.map((stretch) => stretch.busy[at] as number) },
        { name: 'warm', values: provisioned },
      ]),
    ]
  })
  const percentile = (percent: number) => ({
    name: `P${percent}`,
    values: stretches.map(({ latency }) => latency.percentile(percent)),
  })
  return [
    plot('Requests', 'a second', [
      { name: 'asked', values: perSecond(({ asked }) => asked) },
      { name: 'answered by the gateway', values: perSecond(({ fromGateway }) => fromGateway) },
      {
        name: 'the stage’s rate',
        values: stretches.map(() => deployment.gateway.requestsPerSecond),
      },
    ]),
    plot(
      'Time to the answer',
      'ms',
      [
        percentile(50),
        percentile(95),
        percentile(99),
        { name: 'promise', values: stretches.map(() => targets.apiResponse.promiseMs) },
      ],
      true,
    ),
    ...warm,
    plot('Cold starts', 'a minute', [
      { name: 'cold starts', values: perSecond(({ coldStarts }) => 60 * coldStarts) },
    ]),
    plot('Not answered', 'a second', [
      { name: 'throttled by the stage', values: perSecond(({ throttled }) => throttled) },
      { name: 'refused by Lambda', values: perSecond(({ refused }) => refused) },
      { name: 'failed', values: perSecond(({ failed }) => failed) },
    ]),
  ]
}
