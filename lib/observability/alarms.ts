import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { BurstWatch } from '#lib/api/bursts/burst-watch'
import type { RestApi } from '#lib/api/rest-api'
import type { Valkey } from '#lib/api/valkey/valkey'
import type { LecternTable } from '#lib/data/lectern-table'
import { Deployment } from '#lib/settings/deployment'
import type { SiteCanary } from './canary/site-canary.ts'
import { CapacityAlarms } from './causes/capacity-alarms.ts'
import { FunctionAlarms } from './causes/function-alarms.ts'
import { LossAlarms } from './causes/loss-alarms.ts'
import { MediaAlarms, type WatchedMedia } from './causes/media-alarms.ts'
import { RefusalAlarms } from './causes/refusal-alarms.ts'
import { ValkeyAlarms } from './causes/valkey-alarms.ts'
import { WaitingAlarms } from './causes/waiting-alarms.ts'
import type { WatchedFunctions } from './causes/watched-functions.ts'
import { CanaryAlarm } from './promises/canary-alarm.ts'
import { FewAlarms } from './promises/few-alarms.ts'
import type { Playback } from './promises/playback.ts'
import { PromiseAlarms } from './promises/promise-alarms.ts'

/** Everything that alarms and the dashboard watch. */
export interface Watched extends WatchedFunctions, WatchedMedia {
  readonly api: RestApi
  readonly table: LecternTable
  readonly userPool: IUserPool
  readonly clientId: string
  readonly valkey: Valkey | null
  readonly distribution: IDistribution
  readonly playback: Playback
  /** Null: nobody looks what bursts are known. */
  readonly burstWatch: BurstWatch | null
  /** Null: the settings name no course for one. */
  readonly canary: SiteCanary | null
}

/**
 * Ring when a promise is being broken, and for what breaks or is about to break it. One fault is told once: alarms of
 * one kind are a page together, and a page says nothing while one nearer to the cause rings.
 */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: Watched & { readonly topic: ITopic }) {
    super(scope, id)
    const { topic, valkey, canary } = props
    new MediaAlarms(this, 'Media', props)
    if (Deployment.of(this).settings.alarms === 'few') {
      new FewAlarms(this, 'Few', props)
      new LossAlarms(this, 'Losses', props)
      if (canary) new CanaryAlarm(this, 'Canary', { topic, canary })
      return
    }
    const { failing, unwell } = new PromiseAlarms(this, 'Promises', props)
    if (canary) new CanaryAlarm(this, 'Canary', { topic, canary, unless: failing })
    const functions = new FunctionAlarms(this, 'Functions', { ...props, unless: failing })
    new LossAlarms(this, 'Losses', { ...props, unless: functions.page })
    new WaitingAlarms(this, 'Waiting', { ...props, unless: functions.page })
    new RefusalAlarms(this, 'Refusals', { ...props, unless: failing })
    new CapacityAlarms(this, 'Capacity', { ...props, unless: unwell })
    if (valkey) new ValkeyAlarms(this, 'Valkey', { topic, valkey, unless: unwell })
  }
}
