import type { StageSettings } from '#lib/settings/settings'
import { ordinaryDays } from '#load/model/calendar'
import { shardsOf } from '#load/plan/parts/table'
import type { Plan } from '#load/plan/plan'
import { chanceOfAny } from '#load/plan/recording/windows'
import type { Prices } from '#load/prices/prices'
import { type CostLine, figure } from './line.ts'
import { HOURS, type Month } from './month.ts'

/** Of a person with their enrolments and progress, by the sizes in docs/access-patterns.md; indexes among it. Assumed. */
const KB_A_PERSON = 60
/** Secrets Manager and EventBridge, in each zone (`lib/network/network-stack.ts`). */
const ENDPOINTS = 2
/** Of the edge, of cookies and of seals. */
const SECRETS = 3
/** Of a command and its answer, as they go over the network, which is assumed; of two or three zones, half the time to another. */
const COMMAND = { kb: 2, otherZone: 0.5 }
/**
 * Projectors run each second and shard where something is written, two at a time (`lib/data/data-stack.ts`), for as long
 * as is assumed. Lambda reads the stream for nothing.
 */
const PROJECTOR = { atATime: 2, seconds: 0.1, gb: 0.5 }

export function dataLines(
  plan: Plan,
  month: Month,
  settings: StageSettings,
  { table, valkey, network, secrets, lambda }: Prices,
): CostLine[] {
  const gb = (plan.input.monthActive * KB_A_PERSON) / 1e6
  const zonesGb =
    settings.valkey.form === 'none' ? 0 : month.millionCommands * COMMAND.kb * COMMAND.otherZone
  const kept = SECRETS + (settings.canary ? 1 : 0)
  const runs = projectorRuns(plan, month)
  const endpoints = settings.valkey.form === 'none' ? 0 : ENDPOINTS * settings.availabilityZones
  return [
    {
      group: 'Data',
      what: 'Table, reads',
      usd: month.tableReads * table.millionReads,
      how: `${figure(month.tableReads)} M units`,
    },
    {
      group: 'Data',
      what: 'Table, writes',
      usd: month.tableWrites * table.millionWrites,
      how: `${figure(month.tableWrites)} M units`,
    },
    {
      group: 'Data',
      what: 'Projector, behind the table’s stream',
      usd:
        (runs / 1e6) * lambda.millionCalls +
        runs * PROJECTOR.seconds * PROJECTOR.gb * lambda.gbSecond,
      how: `${figure(runs / 1e6)} M runs; the stream is read for nothing`,
    },
    {
      group: 'Data',
      what: 'Table, what it holds, and what a restore needs',
      usd: gb * (table.gbMonth + table.recoveryGbMonth),
      how: `${figure(gb)} GB, restorable to any second`,
    },
    valkeyLine(plan, settings, valkey),
    {
      group: 'Data',
      what: 'Between zones, to Valkey',
      usd: zonesGb * network.zonesGb,
      how: zonesGb > 0 ? `${figure(zonesGb)} GB; there is no NAT gateway` : 'none',
    },
    {
      group: 'Data',
      what: 'Endpoints of the network that Valkey needs',
      usd: endpoints * network.endpointHour * HOURS,
      how: endpoints > 0 ? `${endpoints} at $${network.endpointHour} an hour` : 'none',
      isFixed: true,
    },
    {
      group: 'Data',
      what: 'Secrets',
      usd: kept * secrets.secretMonth,
      how: `${kept}; keys are AWS’s own, which cost nothing`,
      isFixed: true,
    },
  ]
}

/** A second in which nothing is written runs none. */
function projectorRuns({ model, table }: Plan, { tableWrites, hours }: Month): number {
  const readers = shardsOf(table.writesPerSecond) * PROJECTOR.atATime
  const ofReader = (tableWrites * 1e6) / (hours * 3_600) / readers
  return ordinaryDays(model).reduce(
    (sum, { times, hours: day }) =>
      sum +
      times *
        day.reduce((runs, share) => runs + readers * 3_600 * chanceOfAny(ofReader * share), 0),
    0,
  )
}

function valkeyLine(plan: Plan, { valkey: it }: StageSettings, prices: Prices['valkey']): CostLine {
  const line = { group: 'Data', what: 'Valkey' } as const
  if (it.form === 'none') return { ...line, usd: 0, how: 'none', isFixed: true }
  if (it.form === 'serverless') {
    const gb = Math.max(0.1, plan.valkey.storedMb / 1_000 / 2)
    return {
      ...line,
      usd: gb * HOURS * prices.gbHour,
      how: `${figure(gb)} GB on average; its work costs cents`,
      isFixed: true,
    }
  }
  const nodes = 1 + it.replicas
  const hour = prices.nodeHour[it.nodeType]
  return {
    ...line,
    usd: nodes * (hour ?? 0) * HOURS,
    how: hour
      ? `${nodes} nodes of ${it.nodeType} at $${hour} an hour`
      : `the price of ${it.nodeType} is not known here`,
    isFixed: true,
  }
}
