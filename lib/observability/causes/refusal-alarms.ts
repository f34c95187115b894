import { Duration } from 'aws-cdk-lib'
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RestApi } from '#lib/api/rest-api'
import type { LecternTable } from '#lib/data/lectern-table'
import { anyOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm, type Told } from '#lib/observability/paging/runbook-alarm'
import { shareOf } from '#lib/observability/promises/share'
import { refusedSignIns } from './sign-ins.ts'
import { throttlesOf } from './table-throttles.ts'
import { pascal, type WatchedFunctions } from './watched-functions.ts'

const MINUTE = Duration.minutes(1)
/** A person who goes over their own limit is answered 429 too, and is no sign of a stage that is too small. */
const REFUSED_PERCENT = 1

export interface RefusalAlarmsProps extends Pick<WatchedFunctions, 'services' | 'workers'> {
  readonly topic: ITopic
  readonly unless: IAlarm
  readonly api: RestApi
  readonly table: LecternTable
  readonly userPool: IUserPool
  /** Of the web client in it. */
  readonly clientId: string
}

/** Ring when calls are turned away, by Lambda, by the gateway, by the table or by Cognito: more came than may. */
export class RefusalAlarms extends Construct {
  constructor(scope: Construct, id: string, props: RefusalAlarmsProps) {
    super(scope, id)
    const { api, table, userPool, clientId, topic, unless } = props
    const page: Told = { runbook: 'refusals', meaning: 'Calls are turned away' }
    const functions = [...props.services, ...props.workers].map(
      ({ lambda, functionName }) =>
        new RunbookAlarm(this, pascal(functionName), {
          metric: lambda.metricThrottles({ period: MINUTE }),
          threshold: 0,
          periods: 3,
          runbook: 'function-throttles',
          meaning: `The function ${functionName} is throttled`,
        }),
    )
    const others = [
      new RunbookAlarm(this, 'Gateway', {
        metric: refusedByGateway(api)(MINUTE),
        threshold: REFUSED_PERCENT,
        periods: 3,
        runbook: 'gateway-throttles',
        meaning: `Over ${REFUSED_PERCENT} % of the requests to the API are answered 429`,
      }),
      new RunbookAlarm(this, 'Table', {
        metric: throttlesOf(table),
        threshold: 0,
        periods: 3,
        runbook: 'table-throttles',
        meaning: 'The table refuses reads or writes, for three minutes on end',
      }),
      new RunbookAlarm(this, 'SignIns', {
        metric: refusedSignIns(userPool, clientId),
        threshold: 0,
        periods: 2,
        runbook: 'sign-in-throttles',
        meaning: 'Cognito refuses sign-ins, for ten minutes on end',
      }),
    ]
    new Page(this, 'Page', { topic, unless, when: anyOf(...functions, ...others), ...page })
  }
}

/** Of the API's requests. */
export const refusedByGateway = (api: RestApi) =>
  shareOf(
    api.refused.with({ statistic: 'Sum' }),
    api.metricCount({ statistic: 'Sum' }),
    'Requests answered 429, in percent',
  )
