/** What AWS asks in a region, in US dollars, without a free tier but where it says so. */
export interface Prices {
  readonly region: string
  /** When they were looked up. */
  readonly asOf: string
  /** How each group is known: read on the page that is named, or from memory of it and to be checked. */
  readonly known: Readonly<Record<PriceGroup, Known>>
  readonly lambda: {
    readonly millionCalls: number
    /** Of an arm64 function without warm environments; with them, running; with them, waiting. */
    readonly gbSecond: number
    readonly warmGbSecond: number
    readonly keptGbSecond: number
    /** What a Compute Savings Plan of a year without upfront takes off what runs and what waits. */
    readonly savingsPlan: number
  }
  readonly gateway: {
    /** REST, by what of a month's millions costs it. */
    readonly million: readonly Tier[]
    readonly cacheHour: Readonly<Record<string, number>>
  }
  readonly table: {
    readonly millionReads: number
    readonly millionWrites: number
    readonly gbMonth: number
    /** Of what is kept for a restore to any second. */
    readonly recoveryGbMonth: number
  }
  readonly valkey: {
    readonly nodeHour: Readonly<Record<string, number>>
    readonly gbHour: number
    readonly millionEcpu: number
  }
  readonly edge: {
    readonly gb: readonly Tier[]
    readonly millionRequests: number
    readonly millionFunctions: number
    readonly freeGb: number
    readonly freeMillionRequests: number
    readonly freeMillionFunctions: number
  }
  readonly firewall: {
    readonly acl: number
    readonly rule: number
    readonly millionRequests: number
  }
  readonly storage: {
    readonly gbMonth: number
    readonly millionGets: number
    readonly millionPuts: number
  }
  readonly watching: {
    readonly logGb: number
    readonly logGbMonth: number
    readonly millionTraces: number
    readonly alarmMetric: number
    readonly compositeAlarm: number
    readonly dashboard: number
    /** A month each, after the first ten. */
    readonly metric: number
  }
  readonly network: { readonly endpointHour: number; readonly endpointGb: number }
  readonly secrets: { readonly secretMonth: number }
  readonly people: {
    readonly free: number
    readonly monthActive: number
  }
  readonly encoding: { readonly sdMinute: number }
}

export type PriceGroup =
  | 'lambda'
  | 'gateway'
  | 'table'
  | 'valkey'
  | 'edge'
  | 'firewall'
  | 'storage'
  | 'watching'
  | 'network'
  | 'secrets'
  | 'people'
  | 'encoding'

export interface Known {
  readonly how: 'read' | 'memory'
  readonly page: string
}

/** Up to so much, each for so much; the last has no end. */
export interface Tier {
  readonly upTo: number
  readonly usd: number
}

export function tiered(amount: number, tiers: readonly Tier[]): number {
  let below = 0
  let usd = 0
  for (const { upTo, usd: each } of tiers) {
    usd += Math.max(0, Math.min(amount, upTo) - below) * each
    below = upTo
  }
  return usd
}
