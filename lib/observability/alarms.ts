import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RestApi } from '#lib/api/rest-api'
import { ApiAlarms } from './api-alarms.ts'
import { EdgeAlarms } from './edge-alarms.ts'
import { FunctionAlarms, type WatchedFunctions } from './function-alarms.ts'
import { MediaAlarms, type WatchedMedia } from './media-alarms.ts'
import { StoreAlarms, type WatchedStores } from './store-alarms.ts'

/** Everything that alarms and the dashboard watch. */
export interface Watched extends WatchedFunctions, WatchedStores, WatchedMedia {
  readonly api: RestApi
  readonly distribution: IDistribution
}

/** One alarm for each way a promise breaks; each names its section of the runbook. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, props: Watched & { readonly topic: ITopic }) {
    super(scope, id)
    new ApiAlarms(this, 'Api', props)
    new FunctionAlarms(this, 'Functions', props)
    new StoreAlarms(this, 'Stores', props)
    new MediaAlarms(this, 'Media', props)
    new EdgeAlarms(this, 'Edge', props)
  }
}
