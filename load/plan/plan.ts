import { type Service, services } from '#contract/http/route'
import type { Profile } from '#lib/settings/profiles'
import { type Burst, firstOfBurst } from '#load/model/bursts'
import { busyHours } from '#load/model/calendar'
import { type EdgeRates, edgeRatesOf } from '#load/model/edge-rates'
import { model, type TrafficModel } from '#load/model/model'
import { plus, sumOf, type Traffic, trafficOf } from './parts/demand.ts'
import { type FirewallPlan, planFirewall } from './parts/firewall.ts'
import { type FunctionPlan, planFunction } from './parts/functions.ts'
import { type GatewayPlan, LEAST, LEAST_ALONE, planGateway } from './parts/gateway.ts'
import { type QuotaUse, quotaUses } from './parts/raised-quotas.ts'
import { planTable, type TablePlan } from './parts/table.ts'
import { planValkey, type ValkeyPlan } from './parts/valkey.ts'
import { profileOf } from './profiles.ts'

export interface PlanInput {
  /** At once, in the busiest hour of a term's first week. */
  readonly users: number
  readonly heartbeatSeconds: number
  readonly region: string
  /** Who come in a month. @default by the model's share of them that is there at once */
  readonly monthActive?: number
  /** @default by the users */
  readonly profile?: Profile
}

/** What a deployment for so many people needs. */
export interface Plan {
  readonly input: Required<PlanInput>
  readonly model: TrafficModel
  readonly traffic: Traffic
  readonly functions: Readonly<Record<Service, FunctionPlan>>
  readonly gateway: GatewayPlan
  readonly firewall: FirewallPlan
  readonly valkey: ValkeyPlan
  readonly table: TablePlan
  readonly edge: EdgeRates
  readonly media: { readonly minutesAMonth: number; readonly jobs: number }
  readonly signInsPerSecond: number
  readonly quotas: readonly QuotaUse[]
}

/** An encode takes as long as its video, which is assumed; uploads come four times as thick as on average. */
const ENCODE = { pace: 1, peak: 4 }
/** Workers beside those that answer people: `encoding.workers` twice, and a few each of the others. */
const WORKERS = 30

/** Of each user a second, in a burst's first seconds: a quota counts by the second, and has no bucket for them. */
const signInsOf = ({ shareOfUsers, withinSeconds, signIns }: Burst): number =>
  (shareOfUsers * signIns * firstOfBurst.people) / (withinSeconds * firstOfBurst.time)

export function makePlan(input: PlanInput, traffics: TrafficModel = model): Plan {
  const { users, heartbeatSeconds, region } = input
  const profile = input.profile ?? profileOf(users)
  const monthActive = input.monthActive ?? Math.round(users / traffics.shareAtOnce)
  const isSmall = profile === 'small'
  const traffic = trafficOf({ model: traffics, users, heartbeatSeconds })
  const all = plus(traffic.busiest, traffic.burst)
  const { catalogue } = traffics
  const gateway = planGateway(traffic, {
    catalogue,
    region,
    hasCache: !isSmall,
    least: isSmall ? LEAST_ALONE : LEAST,
  })
  const caches = { hits: gateway.hits, hasValkey: !isSmall }
  const functions = Object.fromEntries(
    services.map((service) => [
      service,
      planFunction(service, { model: traffics, traffic, ...caches, isProvisioned: !isSmall }),
    ]),
  ) as Record<Service, FunctionPlan>
  const environments = Object.values(functions).reduce(
    (sum, { need }) => sum + need.environments,
    0,
  )
  const table = planTable(all, caches)
  const valkey = planValkey(all, {
    users,
    courses: catalogue.courses,
    environments,
    hasValkey: !isSmall,
  })
  const edge = edgeRatesOf(traffics, users)
  const signInsPerSecond = users * Math.max(0, ...Object.values(traffics.bursts).map(signInsOf))
  const jobs = Math.ceil(edge.uploadedMinutesPerMinute * ENCODE.pace * ENCODE.peak)
  const files = Object.values(edge.files).reduce((sum, rate) => sum + rate, 0)
  return {
    input: { users, heartbeatSeconds, region, monthActive, profile },
    model: traffics,
    traffic,
    functions,
    gateway,
    firewall: planFirewall(users),
    valkey,
    table,
    edge,
    media: { minutesAMonth: edge.uploadedMinutesPerMinute * 60 * busyHours(traffics), jobs },
    signInsPerSecond,
    quotas: quotaUses(
      {
        environments: environments + WORKERS,
        gatewayRate: gateway.requestsPerSecond,
        tableReads: table.readsPerSecond,
        tableWrites: table.writesPerSecond,
        signIns: signInsPerSecond,
        edgeRate: files + sumOf(all),
        edgeGbit: edge.mbitPerSecond / 1_000,
        events: jobs,
        encodes: jobs,
      },
      region,
    ),
  }
}
