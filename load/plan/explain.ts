import type { Service } from '#contract/http/route'
import { routes } from '#contract/routes'
import { targets } from '#lib/settings/targets'
import { callsPerMinute, hurryOf, routeIds } from '#load/model/rates'
import { serviceMs, workOf } from './figures/service-times.ts'
import type { Plan } from './plan.ts'
import { CALLS_A_SECOND } from './queueing/environments.ts'
import { waitsLonger } from './queueing/erlang.ts'

/** The arithmetic behind a function’s environments, a line a step. */
export function explain(plan: Plan, service: Service): string[] {
  const { model, input, traffic, gateway, valkey } = plan
  const its = plan.functions[service]
  const { withBurst, need } = its
  const hasValkey = valkey.settings.form !== 'none'
  const { percentile, goalMs } = targets.apiResponse
  const { utilisationPercent } = targets.provisionedConcurrency
  const calls = withBurst.callsPerSecond
  const held = Math.max(withBurst.serviceMs / 1_000, 1 / CALLS_A_SECOND)
  const late = waitsLonger(
    need.byWaiting,
    { arrivalsPerSecond: calls, serviceSeconds: held },
    Math.max(0, goalMs - withBurst.serviceMs) / 1_000,
  )
  const hurry = hurryOf(model)
  return [
    `${input.users.toLocaleString('en')} users at once. By the model's steps each calls ${callsPerMinute(model).toFixed(2)} times a minute; planned is ${model.plannedPerMinute}, ${hurry.toFixed(2)} times that, and heartbeats on top every ${input.heartbeatSeconds} s of playing.`,
    '',
    'Calls a second by route: usual, planned, in a burst; how long one runs.',
    ...routeIds
      .filter((route) => routes[route].service === service)
      .toSorted((one, other) => traffic.busiest[other] - traffic.busiest[one])
      .map((route) => {
        const hit = gateway.hits[route]
        const figures = [traffic.usual, traffic.busiest, traffic.burst]
          .map((rates) => rates[route].toFixed(2).padStart(9))
          .join(' ')
        return `  ${route.padEnd(20)}${figures} ${serviceMs(workOf(route), hasValkey).toFixed(1).padStart(7)} ms${hit === undefined ? '' : `, of which the gateway answers ${(hit * 100).toFixed(1)} %`}`
      }),
    '',
    `Together ${calls.toFixed(1)} calls a second come to ${service}, of ${withBurst.serviceMs.toFixed(1)} ms each on average.`,
    `By concurrency: ${calls.toFixed(1)} × ${(withBurst.serviceMs / 1_000).toFixed(4)} s = ${need.concurrency.toFixed(1)} run at once: ${need.byConcurrency} environments.`,
    `By Lambda's bound: ${calls.toFixed(1)} ÷ ${CALLS_A_SECOND} = ${need.byCalls} environments.`,
    `By Erlang C: with ${need.byWaiting}, ${(late * 100).toFixed(1)} % wait longer than the goal of ${goalMs} ms for the P${percentile} allows.`,
    `Kept ${utilisationPercent} % busy, the first two become ${Math.ceil(need.concurrency / (utilisationPercent / 100))} and ${Math.ceil(calls / CALLS_A_SECOND / (utilisationPercent / 100))}. The largest is by ${need.because}: ${need.environments}.`,
    ...(its.provisioned
      ? [
          `Warm by the hour, from midnight: ${its.provisioned.floors.join(' ')}; at most ${its.provisioned.max}.`,
          `A burst in the busiest hour starts ${its.coldStarts} cold, one of ${Math.round(1 / Math.max(its.coldShare, 1e-9)).toLocaleString('en')} calls of its minute.`,
        ]
      : ['None is kept warm: it runs on demand.']),
  ]
}
