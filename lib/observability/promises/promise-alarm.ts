import { AlarmRule, type IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { allOf, Page } from '#lib/observability/paging/page'
import { RunbookAlarm, type Told } from '#lib/observability/paging/runbook-alarm'
import { burningShare, burnRates } from './burn-rates.ts'
import type { Share } from './share.ts'

export interface Promised extends Told {
  readonly share: Share
  /** The share that may go wrong in a month. */
  readonly budgetPercent: number
}

export interface PromiseAlarmProps extends Promised {
  readonly topic: ITopic
  readonly unless?: IAlarm
}

/**
 * Rings when a promise is being broken fast enough to matter, and no longer than it is. The metrics of one alarm have
 * one period, so each window is an alarm of its own, and the page is over the four.
 */
export class PromiseAlarm extends Construct {
  readonly page: Page

  constructor(scope: Construct, id: string, props: PromiseAlarmProps) {
    super(scope, id)
    const { share, budgetPercent, ...page } = props
    const burns = Object.entries(burnRates).map(([speed, { rate, long, short }]) => {
      const windows = Object.entries({ Long: long, Short: short }).map(
        ([length, period]) =>
          new RunbookAlarm(this, `${speed}${length}`, {
            metric: share(period),
            threshold: burningShare(rate, budgetPercent),
            periods: 1,
            runbook: page.runbook,
            meaning: `${page.meaning}, over ${period.toHumanString()}`,
          }),
      )
      return allOf(...windows)
    })
    this.page = new Page(this, 'Page', { ...page, when: AlarmRule.anyOf(...burns) })
  }
}
