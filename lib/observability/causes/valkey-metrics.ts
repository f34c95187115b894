import { Duration } from 'aws-cdk-lib'
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { ServerlessValkey } from '#lib/api/valkey/serverless-valkey'
import type { Valkey } from '#lib/api/valkey/valkey'
import type { ValkeyNodes } from '#lib/api/valkey/valkey-nodes'
import { connectionsOf } from '#lib/settings/valkey-settings'
import { overAll } from './over-all.ts'

const PERIOD = Duration.minutes(5)

/** The worst of Valkey's nodes: which of them is primary changes with a failover. */
export const worstNode = ({ nodeIds }: ValkeyNodes, metricName: string, label: string) =>
  overAll(
    'MAX',
    `node${metricName}`,
    nodeIds.map(
      (CacheClusterId) =>
        new Metric({
          namespace: 'AWS/ElastiCache',
          metricName,
          statistic: metricName === 'Evictions' ? 'Sum' : 'Maximum',
          period: PERIOD,
          dimensionsMap: { CacheClusterId },
        }),
    ),
    PERIOD,
    label,
  )

/**
 * Of a serverless cache, which CloudWatch knows as `clusterId`.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/serverless-metrics-events-redis.html
 */
export const ofServerless = (
  { cacheName }: ServerlessValkey,
  metricName: string,
  statistic: string,
  label: string,
) =>
  new Metric({
    namespace: 'AWS/ElastiCache',
    metricName,
    statistic,
    period: PERIOD,
    dimensionsMap: { clusterId: cacheName },
    label,
  })

/** What rings for a form of Valkey. */
interface Watch {
  readonly metric: IMetric
  readonly threshold: number
  readonly runbook: 'valkey-memory' | 'valkey-throttles' | 'valkey-connections' | 'valkey-processor'
  readonly meaning: string
}

const FULL_PERCENT = 80
const GIGABYTE = 1024 ** 3

const evicted = (metric: IMetric): Watch => ({
  metric,
  threshold: 100,
  runbook: 'valkey-memory',
  meaning: 'Valkey drops answers before their time for want of memory',
})

const connected = (metric: IMetric, nodeType: string | null): Watch => ({
  metric,
  threshold: (connectionsOf(nodeType) * FULL_PERCENT) / 100,
  runbook: 'valkey-connections',
  meaning: `Over ${FULL_PERCENT} % of the connections that Valkey takes are open`,
})

/** By the alarm's id. */
export function watchesOf(valkey: Valkey): Record<string, Watch> {
  if (valkey.form === 'nodes')
    return {
      Memory: {
        metric: worstNode(valkey, 'DatabaseMemoryUsagePercentage', 'Memory in use, in percent'),
        threshold: FULL_PERCENT,
        runbook: 'valkey-memory',
        meaning: `Valkey has used over ${FULL_PERCENT} % of its memory for a quarter of an hour`,
      },
      Evictions: evicted(worstNode(valkey, 'Evictions', 'Answers dropped for want of memory')),
      Connections: connected(
        worstNode(valkey, 'CurrConnections', 'Open connections'),
        valkey.nodeType,
      ),
      Processor: {
        metric: worstNode(valkey, 'EngineCPUUtilization', 'Processor, in percent'),
        threshold: FULL_PERCENT,
        runbook: 'valkey-processor',
        meaning: `Valkey's thread has been over ${FULL_PERCENT} % busy for a quarter of an hour`,
      },
    }
  return {
    Memory: {
      metric: ofServerless(valkey, 'BytesUsedForCache', 'Maximum', 'Memory in use, in bytes'),
      threshold: Math.floor((valkey.storageGb * GIGABYTE * FULL_PERCENT) / 100),
      runbook: 'valkey-memory',
      meaning: `Valkey has used over ${FULL_PERCENT} % of valkey.storageGb for a quarter of an hour`,
    },
    Evictions: evicted(
      ofServerless(valkey, 'Evictions', 'Sum', 'Answers dropped for want of memory'),
    ),
    Connections: connected(
      ofServerless(valkey, 'CurrConnections', 'Maximum', 'Open connections'),
      null,
    ),
    Throttles: {
      metric: ofServerless(valkey, 'ThrottledCmds', 'Sum', 'Commands refused'),
      threshold: 100,
      runbook: 'valkey-throttles',
      meaning: 'Valkey refuses commands: more came than it scales to, or than it may do',
    },
  }
}
