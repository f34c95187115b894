import { connectionsOf, type ValkeySettings } from '#lib/settings/valkey-settings'
import { type Rates, routeIds } from '#load/model/rates'
import { workOf } from '#load/plan/figures/service-times'

export interface ValkeyPlan {
  readonly settings: Required<ValkeySettings>
  readonly commandsPerSecond: number
  readonly storedMb: number
  /** One to the primary and one to the reader, of each environment. */
  readonly connections: number
}

/**
 * Of each person of the last hour: their courses, one course with its progress, its membership. 300 lessons done are 41 kB
 * (docs/performance.md); an ordinary course is a tenth.
 */
const KB_A_PERSON = 10
const KB_A_COURSE = 40
/** Who is there is followed by as many within the hour that answers are kept. */
const PEOPLE_AN_HOUR = 2

/**
 * Memory by https://aws.amazon.com/elasticache/pricing/, a quarter kept free
 * (https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html). The commands are our bound, with
 * TLS and burstable processors in mind: assumed, until a load test says more.
 */
const NODES = [
  { nodeType: 'cache.t4g.small', memoryMb: 1_400, commands: 8_000 },
  { nodeType: 'cache.t4g.medium', memoryMb: 3_160, commands: 12_000 },
  { nodeType: 'cache.m7g.large', memoryMb: 6_530, commands: 60_000 },
  { nodeType: 'cache.m7g.xlarge', memoryMb: 13_240, commands: 100_000 },
  { nodeType: 'cache.m7g.2xlarge', memoryMb: 26_680, commands: 150_000 },
] as const

/** What such a node is taken to answer a second; of one that we do not know, as the smallest. */
export const commandsOf = (nodeType: string): number =>
  (NODES.find((node) => node.nodeType === nodeType) ?? NODES[0]).commands

export function planValkey(
  rates: Rates,
  {
    users,
    courses,
    environments,
    hasValkey,
  }: { users: number; courses: number; environments: number; hasValkey: boolean },
): ValkeyPlan {
  const commandsPerSecond = hasValkey
    ? routeIds.reduce((sum, route) => sum + rates[route] * workOf(route).valkey, 0)
    : 0
  const storedMb = hasValkey
    ? (users * PEOPLE_AN_HOUR * KB_A_PERSON + courses * KB_A_COURSE) / 1_000
    : 0
  const connections = hasValkey ? 2 * environments : 0
  const node =
    NODES.find(
      ({ nodeType, memoryMb, commands }) =>
        memoryMb * 0.75 > storedMb &&
        commands > commandsPerSecond &&
        connectionsOf(nodeType) > connections,
    ) ?? NODES[NODES.length - 1]
  return {
    settings:
      hasValkey && node
        ? { form: 'nodes', nodeType: node.nodeType, replicas: 1 }
        : { form: 'none' },
    commandsPerSecond,
    storedMb,
    connections,
  }
}
