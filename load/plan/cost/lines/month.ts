import type { StageSettings } from '#lib/settings/settings'
import { busyHours } from '#load/model/calendar'
import { byRoute, type Rates, routeIds } from '#load/model/rates'
import { meanKbits } from '#load/model/video'
import { workOf } from '#load/plan/figures/service-times'
import { sumOf } from '#load/plan/parts/demand'
import { unitsOf } from '#load/plan/parts/table'
import type { Plan } from '#load/plan/plan'

/** What an ordinary month asks of each service. By the steps alone: what is planned for is a margin, and is not billed. */
export interface Month {
  readonly hours: number
  /** Of calls of the API, in a month. */
  readonly calls: Rates
  readonly millionCalls: number
  readonly millionHeartbeats: number
  /** Units, millions. */
  readonly tableReads: number
  readonly tableWrites: number
  /** Of Valkey, where there is one. */
  readonly millionCommands: number
  readonly edgeMillionRequests: number
  readonly edgeGb: number
  /** Hours of video that are watched, and those that are put up. */
  readonly watchedHours: number
  readonly uploadedMinutes: number
}

export const HOURS = 730
/** Of each kind of file and of an answer of the API, as it goes over the wire; the web client’s parts by docs/performance.md. */
const KB = { client: 25, content: 10, page: 13, answer: 3 }

export function monthOf(plan: Plan, settings: StageSettings): Month {
  const { model, edge, traffic } = plan
  const hours = busyHours(model)
  const seconds = hours * 3_600
  const calls = byRoute((route) => traffic.usual[route] * seconds)
  const millionCalls = sumOf(calls) / 1e6
  const hits = settings.api.cacheSizeGb === null ? {} : plan.gateway.hits
  const units = unitsOf(traffic.usual, { hits, hasValkey: settings.valkey.form !== 'none' })
  const { files } = edge
  const requests = files.client + files.content + files.page + files.segment
  const kb = files.client * KB.client + files.content * KB.content + files.page * KB.page
  return {
    hours,
    calls,
    millionCalls,
    millionHeartbeats: (edge.playing / plan.input.heartbeatSeconds) * (seconds / 1e6),
    tableReads: (units.reads * seconds) / 1e6,
    tableWrites: (units.writes * seconds) / 1e6,
    millionCommands:
      (routeIds.reduce((sum, route) => sum + traffic.usual[route] * workOf(route).valkey, 0) *
        seconds) /
      1e6,
    edgeMillionRequests: (requests * seconds) / 1e6 + millionCalls,
    edgeGb:
      ((edge.playing * meanKbits(model.video)) / 8e6 + kb / 1e6) * seconds +
      millionCalls * KB.answer,
    watchedHours: edge.playing * hours,
    uploadedMinutes: plan.media.minutesAMonth,
  }
}
