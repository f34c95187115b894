import { edgePrices } from './edge-prices.ts'
import type { Known, PriceGroup, Prices } from './prices.ts'
import { usEast1 } from './us-east-1.ts'

/** All but the edge’s and the firewall’s are from memory of AWS’s pages, November 2026: check before money depends on it. */
const known = Object.fromEntries(
  Object.entries(usEast1.known).map(([group, { page }]): [string, Known] => [
    group,
    {
      how: group === 'edge' || group === 'firewall' ? 'read' : 'memory',
      page:
        page.startsWith('https://aws.amazon.com/') || group === 'firewall' ? page : pageOf(group),
    },
  ]),
) as Record<PriceGroup, Known>

export const euCentral1: Prices = {
  ...usEast1,
  region: 'eu-central-1',
  known,
  lambda: { ...usEast1.lambda, warmGbSecond: 0.0000084, keptGbSecond: 0.0000036 },
  gateway: {
    million: [
      { upTo: 333, usd: 3.7 },
      { upTo: 1_000, usd: 3.06 },
      { upTo: 20_000, usd: 2.6 },
      { upTo: Number.POSITIVE_INFINITY, usd: 1.66 },
    ],
    cacheHour: {
      '0.5': 0.02,
      '1.6': 0.044,
      '6.1': 0.24,
      '13.5': 0.3,
      '28.4': 0.6,
      '58.2': 1.2,
      '118': 2.3,
      '237': 4.6,
    },
  },
  table: { millionReads: 0.1525, millionWrites: 0.7625, gbMonth: 0.306, recoveryGbMonth: 0.2448 },
  valkey: {
    nodeHour: {
      'cache.t4g.micro': 0.0152,
      'cache.t4g.small': 0.0296,
      'cache.t4g.medium': 0.0592,
      'cache.m7g.large': 0.1512,
      'cache.m7g.xlarge': 0.3016,
      'cache.m7g.2xlarge': 0.604,
    },
    gbHour: 0.1,
    millionEcpu: 0.0027,
  },
  edge: edgePrices(1.2),
  storage: { gbMonth: 0.0245, millionGets: 0.43, millionPuts: 5.4 },
  watching: { ...usEast1.watching, logGb: 0.63, logGbMonth: 0.0324 },
  network: { endpointHour: 0.012, endpointGb: 0.01 },
  encoding: { sdMinute: 0.0085 },
}

function pageOf(group: string): string {
  return group === 'table'
    ? 'https://aws.amazon.com/dynamodb/pricing/'
    : 'https://aws.amazon.com/mediaconvert/pricing/'
}
