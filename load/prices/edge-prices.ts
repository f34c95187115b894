import { EGRESS_USD_PER_GB } from '#lib/settings/egress'
import type { Prices, Tier } from './prices.ts'

/**
 * To viewers in the United States, Mexico, Canada and Europe, whatever region the stacks are in; elsewhere it is up to
 * half as much again. Read in https://aws.amazon.com/cloudfront/pricing/ as stored, November 2026.
 */
const gb: readonly Tier[] = [
  { upTo: 10_000, usd: EGRESS_USD_PER_GB },
  { upTo: 50_000, usd: 0.08 },
  { upTo: 150_000, usd: 0.06 },
  { upTo: 500_000, usd: 0.04 },
  { upTo: 1_024_000, usd: 0.03 },
  { upTo: 5_000_000, usd: 0.025 },
  { upTo: Number.POSITIVE_INFINITY, usd: 0.02 },
]

export const edgePrices = (millionRequests: number): Prices['edge'] => ({
  gb,
  millionRequests,
  millionFunctions: 0.1,
  freeGb: 1_000,
  freeMillionRequests: 10,
  freeMillionFunctions: 2,
})

export interface FlatPlan {
  readonly name: string
  readonly usd: number
  readonly millionRequests: number
  readonly tb: number
}

/**
 * One distribution with the firewall of its edge, no Lambda@Edge; past what is included nothing is billed, and AWS may
 * slow it down or ask for the next plan. Premium has six levels. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html,
 * as it was read by https://github.com/api-evangelist/cloudfront/blob/main/plans/cloudfront-plans-pricing.yml (September 2026).
 */
export const flatPlans: readonly FlatPlan[] = [
  { name: 'Free', usd: 0, millionRequests: 1, tb: 0.1 },
  { name: 'Pro', usd: 15, millionRequests: 10, tb: 50 },
  { name: 'Business', usd: 200, millionRequests: 125, tb: 50 },
  { name: 'Premium', usd: 1_000, millionRequests: 500, tb: 50 },
  { name: 'Premium, level 2', usd: 1_450, millionRequests: 750, tb: 75 },
  { name: 'Premium, level 3', usd: 2_250, millionRequests: 1_250, tb: 125 },
  { name: 'Premium, level 4', usd: 3_500, millionRequests: 2_000, tb: 200 },
  { name: 'Premium, level 5', usd: 6_000, millionRequests: 3_500, tb: 350 },
  { name: 'Premium, level 6', usd: 10_000, millionRequests: 6_000, tb: 600 },
]
