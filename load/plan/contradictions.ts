import type { StageSettings } from '#lib/settings/settings'
import { connectionsOf } from '#lib/settings/valkey-settings'
import type { Plan } from './plan.ts'

/** What a stage’s settings say that its users do not fit into, a sentence each. */
export function contradictions({ api, provisioned, valkey }: StageSettings, plan: Plan): string[] {
  const { gateway, functions } = plan
  const { connections } = plan.valkey
  const found: string[] = []
  if (api.requestsPerSecond < gateway.arrivals)
    found.push(
      `api.requestsPerSecond is ${api.requestsPerSecond}, and ${Math.ceil(gateway.arrivals)} come in the busiest second: set it to ${gateway.requestsPerSecond}, or leave it out.`,
    )
  const { calls, seconds } = gateway.first
  const needed = Math.ceil(calls - seconds * api.requestsPerSecond)
  if (api.burst < needed)
    found.push(
      `api.burst is ${api.burst}, and with ${api.requestsPerSecond} requests a second a lecture’s start needs ${needed}: raise one of the two, or leave both out.`,
    )
  for (const name of ['catalog', 'learning'] as const) {
    const { max, min, schedule } = provisioned[name]
    const { need } = functions[name]
    const most = Math.max(max, ...schedule.map((it) => it.max))
    if (min > 0 && most < need.environments)
      found.push(
        `provisioned.max is ${most} for ${name}, which needs ${need.environments} environments: raise it, or leave it out.`,
      )
  }
  const taken =
    valkey.form === 'none' ? null : connectionsOf(valkey.form === 'nodes' ? valkey.nodeType : null)
  if (taken !== null && connections > taken)
    found.push(
      `valkey takes ${taken} connections, and ${connections} are needed, two of each environment: choose a larger valkey.nodeType, or leave it out.`,
    )
  return found
}
