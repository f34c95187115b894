import type { Service } from '#contract/http/route'
import type { Burst } from '#load/model/bursts'
import type { TrafficModel } from '#load/model/model'
import type { Bounds, Tracking } from './aws/target-tracking.ts'

/** What runs, and what AWS lets it take. */
export interface Deployment {
  /** Environments that are kept warm; null: on demand alone. */
  readonly functions: Readonly<Record<Service, Bounds | null>>
  readonly tracking: Tracking
  /** Lambda's concurrent executions of the account. */
  readonly concurrency: number
  readonly gateway: {
    readonly requestsPerSecond: number
    readonly burst: number
    readonly hasCache: boolean
  }
  /** Commands a second that it takes; 0: there is none. */
  readonly valkeyCommands: number
  /** Cognito's. */
  readonly signInsPerSecond: number
  readonly zones: number
  readonly partitions: number
}

/**
 * What goes wrong. `zone`: one of them is lost, with Valkey's primary in it. `valkey`: it is away and comes back empty.
 * `release`: another version of the functions, warm before it answers (ADR 19); `cold-release`: one that is not.
 */
export const faultKinds = ['zone', 'valkey', 'release', 'cold-release'] as const
export interface Fault {
  readonly kind: (typeof faultKinds)[number]
  readonly atSeconds: number
}

export interface Scenario {
  readonly seed: number
  readonly users: number
  readonly seconds: number
  /** Everybody comes within it, evenly; nothing is counted before. */
  readonly comingSeconds: number
  readonly model: TrafficModel
  readonly heartbeatSeconds: number
  readonly bursts: readonly { readonly burst: Burst; readonly atSeconds: number }[]
  readonly faults: readonly Fault[]
  readonly deployment: Deployment
}
