import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import { targets } from '../settings/targets.ts'
import type { Watched } from './alarms.ts'
import { type Playback, playbackWidgets } from './playback.ts'

/** The promises beside what is measured, playing among them, then each function, then what waits for somebody. */
export class LecternDashboard extends Dashboard {
  constructor(scope: Construct, id: string, props: Watched & { readonly playback: Playback }) {
    const { api, services, workers } = props
    const functions = [...services, ...workers].map(({ lambda }) => lambda)
    const { percentile, promiseMs, goalMs } = targets.apiResponse
    super(scope, id, {
      widgets: [
        [
          new GraphWidget({
            title: 'API response',
            left: [api.metricLatency({ statistic: `p${percentile}` })],
            leftAnnotations: [
              { value: promiseMs, label: 'promise' },
              { value: goalMs, label: 'goal' },
            ],
          }),
          new GraphWidget({
            title: 'Requests and failures',
            left: [api.metricCount(), api.metricServerError(), api.metricClientError()],
          }),
          new GraphWidget({
            title: 'Gateway cache',
            left: [api.metricCacheHitCount(), api.metricCacheMissCount()],
          }),
        ],
        playbackWidgets(props.playback),
        [
          new GraphWidget({
            title: 'Function time, P95',
            left: functions.map((lambda) => lambda.metricDuration({ statistic: 'p95' })),
          }),
          new GraphWidget({
            title: 'Function failures',
            left: functions.flatMap((lambda) => [lambda.metricErrors(), lambda.metricThrottles()]),
          }),
          new GraphWidget({
            title: 'Dead letters',
            left: workers.map(({ deadLetters }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible(),
            ),
          }),
        ],
      ],
    })
  }
}
