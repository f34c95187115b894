import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import type { RestApi } from '#lib/api/rest-api'
import { RunbookAlarm } from '#lib/observability/paging/runbook-alarm'
import { apiErrors } from './api-promises.ts'
import { burningShare, burnRates } from './burn-rates.ts'

/** Where few people learn: rings when the site fails, and leaves the rest to whoever looks. */
export class FewAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { topic: ITopic; api: RestApi }) {
    super(scope, id)
    const { rate, short } = burnRates.Fast
    const { share, budgetPercent, ...told } = apiErrors(props.api)
    new RunbookAlarm(this, 'ApiErrors', {
      topic: props.topic,
      metric: share(short),
      threshold: burningShare(rate, budgetPercent),
      periods: 2,
      ...told,
    })
  }
}
