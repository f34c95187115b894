import type { Known } from './known.ts'

/** What AWS asks in a region, in US dollars, without a free tier but where it says so. */
export interface Prices {
  readonly region: string
  /** When they were looked up. */
  readonly asOf: string
  readonly known: Readonly<Record<PriceGroup, Known>>
  readonly lambda: {
    readonly millionCalls: number
    /** Of an arm64 function without warm environments; with them, running; with them, waiting. */
    readonly gbSecond: number
    readonly warmGbSecond: number
    readonly keptGbSecond: number
    /** Of an x86_64 function, as those of canaries are. */
    readonly x86GbSecond: number
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
    /** Of objects that a lifecycle rule moves to storage that gets cheaper. */
    readonly millionCooled: number
  }
  /** What records, keeps and asks events: Firehose, EventBridge, SQS, Athena, Glue. */
  readonly recording: {
    /** Firehose, by records of full 5 KB: taken in, and made Parquet; sorted into folders; its files. */
    readonly takenGb: number
    readonly convertedGb: number
    readonly sortedGb: number
    readonly millionFiles: number
    /** S3’s events, by EventBridge. */
    readonly millionTold: number
    readonly millionMessages: number
    /** Athena, of what its statements read. */
    readonly askedTb: number
    /** Glue’s requests, after so many of a month. */
    readonly millionLooks: number
    readonly freeMillionLooks: number
  }
  readonly watching: {
    readonly logGb: number
    readonly logGbMonth: number
    readonly millionTraces: number
    readonly alarmMetric: number
    readonly compositeAlarm: number
    /** A month, for one of more than fifty metrics. */
    readonly dashboard: number
    /** A month each, after the first ten. */
    readonly metric: number
    readonly canaryRun: number
  }
  readonly network: {
    readonly endpointHour: number
    /** From one zone to another, to a cache that somebody else’s zone has. */
    readonly zonesGb: number
  }
  readonly secrets: { readonly secretMonth: number }
  readonly people: {
    readonly free: number
    /** By Cognito’s plans; ours is Essentials. */
    readonly monthActive: { readonly essentials: number; readonly lite: number }
    readonly thousandMails: number
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
  | 'recording'
  | 'watching'
  | 'network'
  | 'secrets'
  | 'people'
  | 'encoding'

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
