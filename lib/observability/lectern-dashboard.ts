import { Duration } from 'aws-cdk-lib'
import { Dashboard, GraphWidget, type IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { ERROR_STATUS } from '#contract/http/error-status'
import { failureMetrics } from '#contract/http/failure-metrics'
import type { Valkey } from '#lib/api/valkey/valkey'
import { Deployment } from '#lib/settings/deployment'
import { targets } from '#lib/settings/targets'
import type { Watched } from './alarms.ts'
import { failedVideos } from './causes/media-alarms.ts'
import { throttlesOf } from './causes/table-throttles.ts'
import { ofServerless, worstNode } from './causes/valkey-metrics.ts'
import { callsWidgets, loadWidgets, warmWidgets } from './load-widgets.ts'
import { failedOnOurSide } from './promises/api-promises.ts'
import { canaryWidget } from './promises/canary-alarm.ts'
import { EDGE_METRICS_REGION, edgeMetric } from './promises/edge-promise.ts'
import { pageLoadWidget } from './promises/page-load.ts'
import { playbackWidgets } from './promises/playback.ts'

const PERIOD = Duration.minutes(5)

/**
 * The promises beside what is measured, playing and the canary among them, and the load beside what is set up for it;
 * then each function, what waits, and the stores. With few alarms, what answers people alone, and the calls of what scales.
 */
export class LecternDashboard extends Dashboard {
  constructor(scope: Construct, id: string, props: Watched) {
    const { settings, metricsNamespace } = Deployment.of(scope)
    // Of up to fifty metrics it is free: https://aws.amazon.com/cloudwatch/pricing/
    const isShort = settings.alarms === 'few'
    super(scope, id, {
      widgets: [
        promises(props),
        [pageLoadWidget(metricsNamespace), ...playbackWidgets(props.playback)],
        ...(props.canary ? [[canaryWidget(props.canary)]] : []),
        loadWidgets(props, settings),
        callsWidgets(props, settings, isShort),
        [...functions(props, isShort), failures(metricsNamespace)],
        ...(isShort ? [] : [warmWidgets(props, settings), waiting(props), stores(props)]),
      ],
    })
  }
}

function promises({ api, distribution }: Watched): IWidget[] {
  const { percentile, promiseMs, goalMs } = targets.apiResponse
  const { promisePercent, goalPercent } = targets.availability
  return [
    new GraphWidget({
      title: 'API response',
      left: [api.responseTime.with({ statistic: `p${percentile}` })],
      leftAnnotations: [
        { value: promiseMs, label: 'promise' },
        { value: goalMs, label: 'goal' },
      ],
    }),
    new GraphWidget({
      title: 'Requests and failures',
      left: [api.metricCount(), api.metricServerError(), api.metricClientError()],
      right: [failedOnOurSide(api)(PERIOD)],
      rightAnnotations: [
        { value: 100 - promisePercent, label: 'promise' },
        { value: 100 - goalPercent, label: 'goal' },
      ],
    }),
    new GraphWidget({
      title: 'Gateway cache',
      left: [api.metricCacheHitCount(), api.metricCacheMissCount()],
    }),
    new GraphWidget({
      title: 'Edge: failures in percent, and requests',
      region: EDGE_METRICS_REGION,
      left: [edgeMetric(distribution, '5xxErrorRate', 'Average')],
      right: [edgeMetric(distribution, 'Requests', 'Sum')],
    }),
  ]
}

function functions({ services, workers }: Watched, isShort: boolean): IWidget[] {
  const lambdas = [...services, ...(isShort ? [] : workers)].map(({ lambda }) => lambda)
  return [
    new GraphWidget({
      title: 'Function time, P95',
      left: lambdas.map((lambda) => lambda.metricDuration({ statistic: 'p95' })),
    }),
    new GraphWidget({
      title: 'Function failures',
      left: lambdas.map((lambda) => lambda.metricErrors()),
      right: isShort ? [] : lambdas.map((lambda) => lambda.metricThrottles()),
    }),
  ]
}

/** What the functions answer that is no success, by its code. */
const failures = (namespace: string): IWidget =>
  new GraphWidget({
    title: 'API: calls that failed, by code',
    left: Object.keys(ERROR_STATUS).map(
      (code) =>
        new Metric({
          namespace,
          metricName: failureMetrics.failures,
          statistic: 'Sum',
          dimensionsMap: { [failureMetrics.code]: code },
          label: code,
        }),
    ),
  })

function waiting({ workers, failed }: Watched): IWidget[] {
  const queues = workers.flatMap(({ queue }) => queue ?? [])
  return [
    new GraphWidget({
      title: 'Waiting in queues, and the age of the oldest',
      left: queues.map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
      right: queues.map((queue) => queue.metricApproximateAgeOfOldestMessage()),
    }),
    new GraphWidget({
      title: 'Dead letters',
      left: workers.map(({ deadLetters }) =>
        deadLetters.metricApproximateNumberOfMessagesVisible(),
      ),
    }),
    new GraphWidget({
      title: 'Behind the table’s stream, and videos that failed',
      left: workers
        .filter(({ readsStream }) => readsStream)
        .map(({ lambda }) => lambda.metric('IteratorAge', { statistic: 'Maximum' })),
      right: [failedVideos(failed)],
    }),
  ]
}

const stores = ({ table, valkey }: Watched): IWidget[] => [
  new GraphWidget({ title: 'Refused by the table', left: [throttlesOf(table)] }),
  ...(valkey ? ofValkey(valkey) : []),
]

const ofValkey = (valkey: Valkey): IWidget[] =>
  valkey.form === 'nodes'
    ? [
        new GraphWidget({
          title: 'Valkey: memory and processor, in percent',
          left: [
            worstNode(valkey, 'DatabaseMemoryUsagePercentage', 'memory'),
            worstNode(valkey, 'EngineCPUUtilization', 'processor'),
          ],
        }),
        new GraphWidget({
          title: 'Valkey: answers dropped for want of memory',
          left: [worstNode(valkey, 'Evictions', 'evictions')],
        }),
      ]
    : [
        new GraphWidget({
          title: 'Valkey: memory in bytes, and units of work',
          left: [ofServerless(valkey, 'BytesUsedForCache', 'Maximum', 'memory')],
          right: [ofServerless(valkey, 'ElastiCacheProcessingUnits', 'Sum', 'units')],
        }),
        new GraphWidget({
          title: 'Valkey: answers dropped, and commands refused',
          left: [
            ofServerless(valkey, 'Evictions', 'Sum', 'evictions'),
            ofServerless(valkey, 'ThrottledCmds', 'Sum', 'refused'),
          ],
        }),
      ]
