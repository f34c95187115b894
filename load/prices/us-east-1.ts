import { edgePrices } from './edge-prices.ts'
import { infracost, PRICE_LIST } from './known.ts'
import type { Prices } from './prices.ts'

export const usEast1: Prices = {
  region: 'us-east-1',
  asOf: '2026-11-28',
  known: {
    lambda: { how: 'read', pages: [PRICE_LIST, infracost('lambda_function_test')] },
    gateway: {
      how: 'read',
      pages: [
        'https://docs.aws.amazon.com/whitepapers/latest/best-practices-api-gateway-private-apis-integration/cost-optimization.html',
        'https://github.com/kejyun/aws-learning-notes/blob/master/api-gateway/api-gateway-README.md',
        infracost('api_gateway_stage_test'),
      ],
    },
    table: { how: 'read', pages: [PRICE_LIST, infracost('dynamodb_table_test')] },
    valkey: {
      how: 'read',
      pages: [
        'https://www.usage.ai/blogs/aws/database-savings-plans/elasticache/serverless-pricing/',
      ],
      but: 'nodes are heard: a fifth below those of Redis OSS',
    },
    edge: {
      how: 'read',
      pages: [PRICE_LIST, 'https://aws.amazon.com/cloudfront/pricing/'],
    },
    firewall: { how: 'read', pages: ['https://c3x.dev/blog/aws-waf-cost-explained/'] },
    storage: {
      how: 'read',
      pages: [PRICE_LIST],
      but: 'moving objects is from memory',
    },
    recording: {
      how: 'heard',
      pages: [
        'https://aws.amazon.com/firehose/pricing/',
        'https://aws.amazon.com/athena/pricing/',
        'https://cloudburn.io/blog/amazon-eventbridge-pricing',
      ],
      but: 'queues and Glue are from memory; some say that EventBridge tells of S3 for nothing',
    },
    watching: {
      how: 'read',
      pages: [
        infracost('cloudwatch_log_group_test'),
        infracost('cloudwatch_metric_alarm_test'),
        'https://c3x.dev/resources/aws/aws_cloudwatch_metric_alarm',
        'https://thomasstep.com/blog/cloudformation-for-creating-canary',
      ],
      but: 'metrics, traces and dashboards are heard',
    },
    network: {
      how: 'read',
      pages: [infracost('vpc_endpoint_test'), PRICE_LIST],
    },
    secrets: { how: 'read', pages: [infracost('secretsmanager_secret_test')] },
    people: { how: 'heard', pages: ['https://aws.amazon.com/cognito/pricing/'] },
    encoding: { how: 'read', pages: ['docs/adr/0007-pay-for-what-a-picture-needs.md'] },
  },
  lambda: {
    millionCalls: 0.2,
    gbSecond: 0.0000133334,
    warmGbSecond: 0.0000077778,
    keptGbSecond: 0.0000033334,
    x86GbSecond: 0.0000166667,
    savingsPlan: 0.12,
  },
  gateway: {
    million: [
      { upTo: 333, usd: 3.5 },
      { upTo: 1_000, usd: 2.8 },
      { upTo: 20_000, usd: 2.38 },
      { upTo: Number.POSITIVE_INFINITY, usd: 1.51 },
    ],
    cacheHour: {
      '0.5': 0.02,
      '1.6': 0.038,
      '6.1': 0.2,
      '13.5': 0.25,
      '28.4': 0.5,
      '58.2': 1,
      '118': 1.9,
      '237': 3.8,
    },
  },
  table: { millionReads: 0.125, millionWrites: 0.625, gbMonth: 0.25, recoveryGbMonth: 0.2 },
  valkey: {
    nodeHour: {
      'cache.t4g.micro': 0.0128,
      'cache.t4g.small': 0.0256,
      'cache.t4g.medium': 0.052,
      'cache.m7g.large': 0.1264,
      'cache.m7g.xlarge': 0.252,
      'cache.m7g.2xlarge': 0.5032,
    },
    gbHour: 0.084,
    millionEcpu: 0.0023,
  },
  edge: edgePrices(1),
  firewall: { acl: 5, rule: 1, millionRequests: 0.6 },
  storage: { gbMonth: 0.023, millionGets: 0.4, millionPuts: 5, millionCooled: 10 },
  recording: {
    takenGb: 0.029,
    convertedGb: 0.018,
    sortedGb: 0.02,
    millionFiles: 5,
    millionTold: 1,
    millionMessages: 0.4,
    askedTb: 5,
    millionLooks: 1,
    freeMillionLooks: 1,
  },
  watching: {
    logGb: 0.5,
    logGbMonth: 0.03,
    millionTraces: 5,
    alarmMetric: 0.1,
    compositeAlarm: 0.5,
    dashboard: 3,
    metric: 0.3,
    canaryRun: 0.0012,
  },
  network: { endpointHour: 0.01, zonesGb: 0.01 },
  secrets: { secretMonth: 0.4 },
  people: { free: 10_000, monthActive: { essentials: 0.015, lite: 0.0055 }, thousandMails: 0.1 },
  encoding: { sdMinute: 0.0075 },
}
