import { routes } from '#contract/routes'
import { firstOfBurst } from '#load/model/bursts'
import type { Catalogue } from '#load/model/catalogue'
import type { RouteId } from '#load/model/people/person'
import type { Rates } from '#load/model/rates'
import { mostBurst } from '#load/plan/figures/quotas'
import { type Hits, plus, sumOf, type Traffic } from './demand.ts'

export interface GatewayPlan {
  /** Null: none. GB */
  readonly cacheSizeGb: CacheSize | null
  readonly hits: Hits
  /** What its answers take of the cache. MB */
  readonly cachedMb: number
  readonly requestsPerSecond: number
  readonly burst: number
  /** All that comes in the busiest hour, with the largest burst. */
  readonly arrivals: number
  /** Calls that come in the first seconds of a burst, and how many seconds those are. */
  readonly first: { readonly calls: number; readonly seconds: number }
}

export const cacheSizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const
export type CacheSize = (typeof cacheSizes)[number]

const MINUTE = 60
/** Above what is planned for; a throttle is a bound on faults, not on people. */
const HEADROOM = 1.5

/** A second: where a firewall limits addresses, and where nothing but the throttle does. */
export const LEAST = 500
export const LEAST_ALONE = 100

/**
 * The stage's throttle and cache. A bucket of `burst` requests fills by `requestsPerSecond`:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 */
export function planGateway(
  traffic: Traffic,
  {
    catalogue,
    region,
    hasCache,
    least = LEAST,
  }: { catalogue: Catalogue; region: string; hasCache: boolean; least?: number },
): GatewayPlan {
  const busiest = sumOf(traffic.busiest)
  const arrivals = busiest + sumOf(traffic.burst)
  const first = MINUTE * firstOfBurst.time
  const atOnce = sumOf(traffic.burst) * MINUTE * firstOfBurst.people + first * busiest
  const bucket = mostBurst(region)
  const requestsPerSecond = roundUp(
    Math.max(least, arrivals * HEADROOM, (atOnce - bucket) / first),
    100,
  )
  const burst = Math.min(bucket, roundUp(Math.max(LEAST, atOnce - first * requestsPerSecond), 100))
  const hits = hasCache ? hitsOf(plus(traffic.busiest, traffic.burst), catalogue) : {}
  const cachedMb =
    (catalogue.courses * catalogue.courseKb + catalogue.listPages * catalogue.listKb) / 1_000
  return {
    // Half of a cache is left for its own; a larger one also answers faster, which only a load test tells:
    // https://repost.aws/knowledge-center/api-gateway-cache-capacity
    cacheSizeGb: hasCache
      ? (cacheSizes.find((size) => Number(size) * 500 > cachedMb) ?? '237')
      : null,
    hits,
    cachedMb,
    requestsPerSecond,
    burst,
    arrivals,
    first: { calls: atOnce, seconds: first },
  }
}

/** Of answers kept for some seconds, asked for evenly by so many names: all but one in each life of an answer. */
function hitsOf(rates: Rates, { courses, listPages }: Catalogue): Hits {
  const names: Partial<Record<RouteId, number>> = {
    listCourses: listPages,
    getCourse: courses,
    getOpenApi: 1,
  }
  return Object.fromEntries(
    Object.entries(names).map(([route, count]) => {
      const id = route as RouteId
      const declared = routes[id]
      const seconds = 'cache' in declared ? declared.cache.seconds : 0
      return [id, hitRatio((rates[id] / count) * seconds)]
    }),
  )
}

/** Of answers that are each asked for so often in their life, at random. */
export const hitRatio = (asked: number): number => asked / (1 + asked)

const roundUp = (amount: number, step: number) => Math.ceil(amount / step) * step
