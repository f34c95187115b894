import { Aws, CfnCondition, CfnResource, Fn } from 'aws-cdk-lib'
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import { AlarmRule, CompositeAlarm, type IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RestApi } from '#lib/api/rest-api'
import { anyOf } from '#lib/observability/paging/page'
import { Deployment } from '#lib/settings/deployment'
import { apiErrors, apiLatency } from './api-promises.ts'
import { EDGE_METRICS_REGION, edgeErrors } from './edge-promise.ts'
import { pageLoad } from './page-load.ts'
import { type Playback, playbackErrors, rebuffering, videoStart } from './playback.ts'
import { PromiseAlarm, type Promised } from './promise-alarm.ts'

export interface WatchedPromises {
  readonly api: RestApi
  readonly distribution: IDistribution
  readonly playback: Playback
}

/**
 * Ring when a promise is being broken. What fails is told before what is slow, and what serves before what is served:
 * while one of them rings, those that it breaks say nothing.
 */
export class PromiseAlarms extends Construct {
  /** While requests fail, at the API or at the edge. Tells nobody itself. */
  readonly failing: IAlarm
  /** While requests fail or are slow. Tells nobody itself. */
  readonly unwell: IAlarm

  constructor(scope: Construct, id: string, props: WatchedPromises & { readonly topic: ITopic }) {
    super(scope, id)
    const { topic, api, distribution, playback } = props
    const watch = (name: string, promised: Promised, unless?: IAlarm) =>
      new PromiseAlarm(this, name, { topic, ...promised, unless }).page
    const errors = watch('ApiErrors', apiErrors(api))
    const latency = watch('ApiLatency', apiLatency(api), errors)
    const edge = watch('EdgeErrors', edgeErrors(distribution), errors)
    const here = new CfnCondition(this, 'Here', {
      expression: Fn.conditionEquals(Aws.REGION, EDGE_METRICS_REGION),
    })
    for (const { node } of this.node.findChild('EdgeErrors').node.findAll())
      if (node.defaultChild instanceof CfnResource) node.defaultChild.cfnOptions.condition = here
    const failing = (...others: IAlarm[]) =>
      AlarmRule.fromString(
        Fn.conditionIf(
          here.logicalId,
          anyOf(errors, edge, ...others).renderAlarmRule(),
          anyOf(errors, ...others).renderAlarmRule(),
        ).toString(),
      )
    const { title, metricsNamespace } = Deployment.of(this)
    this.failing = new CompositeAlarm(this, 'Failing', {
      compositeAlarmName: `${title}-failing`,
      alarmRule: failing(),
    })
    this.unwell = new CompositeAlarm(this, 'Unwell', {
      compositeAlarmName: `${title}-unwell`,
      alarmRule: failing(latency),
    })
    watch('PageLoad', pageLoad(metricsNamespace), this.unwell)
    watch('PlaybackErrors', playbackErrors(playback), this.failing)
    watch('VideoStart', videoStart(playback), this.unwell)
    watch('Rebuffering', rebuffering(playback), this.unwell)
  }
}
