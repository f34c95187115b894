import { edgePrices } from './edge-prices.ts'
import type { Known } from './known.ts'
import type { PriceGroup, Prices } from './prices.ts'
import { usEast1 } from './us-east-1.ts'

const memory = (page: string): Known => ({ how: 'memory', pages: [page] })

const known: Record<PriceGroup, Known> = {
  lambda: {
    how: 'heard',
    pages: ['https://aws.amazon.com/lambda/pricing/'],
    but: 'warm environments are from memory',
  },
  gateway: {
    how: 'heard',
    pages: ['https://aws.amazon.com/api-gateway/pricing/'],
    but: 'calls above the first 333 million, and caches above 0.5 GB, are from memory',
  },
  table: { how: 'heard', pages: ['https://aws.amazon.com/dynamodb/pricing/on-demand/'] },
  valkey: memory('https://aws.amazon.com/elasticache/pricing/'),
  edge: usEast1.known.edge,
  firewall: usEast1.known.firewall,
  storage: {
    how: 'heard',
    pages: [
      'https://aws.amazon.com/s3/pricing/',
      'https://www.demo.wlid.nl/s3-storage-classes.html',
    ],
  },
  recording: {
    how: 'memory',
    pages: ['https://aws.amazon.com/firehose/pricing/', 'https://aws.amazon.com/athena/pricing/'],
  },
  watching: {
    how: 'heard',
    pages: ['https://aws.amazon.com/cloudwatch/pricing/'],
    but: 'traces, dashboards and canaries are from memory',
  },
  network: { how: 'heard', pages: ['https://aws.amazon.com/privatelink/pricing/'] },
  secrets: { how: 'heard', pages: ['https://aws.amazon.com/secrets-manager/pricing/'] },
  people: memory('https://aws.amazon.com/cognito/pricing/'),
  encoding: memory('https://aws.amazon.com/mediaconvert/pricing/'),
}

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
  storage: { gbMonth: 0.0245, millionGets: 0.43, millionPuts: 5.4, millionCooled: 10 },
  recording: { ...usEast1.recording, takenGb: 0.033, convertedGb: 0.02, sortedGb: 0.023 },
  watching: { ...usEast1.watching, logGb: 0.63, logGbMonth: 0.0324 },
  network: { endpointHour: 0.012, zonesGb: 0.01 },
  encoding: { sdMinute: 0.0085 },
}
