import type { Capacity } from '#lib/settings/capacity'
import type { StageSettings } from '#lib/settings/settings'
import type { ValkeySettings } from '#lib/settings/valkey-settings'
import type { TablePlan } from '#load/plan/parts/table'
import { commandsOf } from '#load/plan/parts/valkey'
import { facts } from './aws/facts.ts'
import type { Tracking } from './aws/target-tracking.ts'
import type { Deployment } from './scenario.ts'

interface Beside {
  readonly tracking: Tracking
  /** Lambda's, of the account. */
  readonly concurrency: number
  /** Cognito's, of the account. */
  readonly signInsPerSecond: number
  /** What the table was warmed for. */
  readonly warm: TablePlan['warm']
}

/** What a stage's settings deploy. */
export function deploymentOf(
  { provisioned, api, valkey, availabilityZones }: StageSettings,
  { tracking, concurrency, signInsPerSecond, warm }: Beside,
): Deployment {
  return {
    functions: {
      catalog: boundsOf(provisioned.catalog),
      learning: boundsOf(provisioned.learning),
      teaching: null,
      community: null,
      administration: null,
    },
    tracking,
    concurrency,
    signInsPerSecond,
    gateway: {
      requestsPerSecond: api.requestsPerSecond,
      burst: api.burst,
      hasCache: api.cacheSizeGb !== null,
    },
    valkeyCommands: commandsOfForm(valkey),
    zones: availabilityZones,
    partitions: partitionsOf(warm),
  }
}

/** Of the busiest hour, as the traffic is: the highest floor that the schedule has. */
function boundsOf({ min, max, utilisationPercent, schedule }: Capacity) {
  const floor = Math.max(min, ...schedule.map((it) => it.min))
  const ceiling = Math.max(max, ...schedule.map((it) => it.max))
  return ceiling > 0 && floor > 0 ? { min: floor, max: ceiling, utilisationPercent } : null
}

function commandsOfForm(valkey: ValkeySettings): number {
  if (valkey.form === 'none') return 0
  return valkey.form === 'serverless' ? valkey.ecpuPerSecond : commandsOf(valkey.nodeType)
}

function partitionsOf(warm: TablePlan['warm']): number {
  const { partition, partitions } = facts.table
  if (!warm) return partitions
  const { reads, writes } = warm
  return Math.max(
    partitions,
    Math.ceil(reads / partition.reads),
    Math.ceil(writes / partition.writes),
  )
}
