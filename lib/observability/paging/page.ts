import { Duration } from 'aws-cdk-lib'
import {
  AlarmRule,
  AlarmState,
  CompositeAlarm,
  type IAlarm,
  type IAlarmRule,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { describe, type Told } from './runbook-alarm.ts'

/** One fault is seen by several alarms within minutes, and is over for them within some more. */
const WAIT = Duration.minutes(5)
const EXTENSION = Duration.minutes(10)

export interface PageProps extends Told {
  readonly topic: ITopic
  /** Of several alarms, and so once for all of them. */
  readonly when: IAlarmRule
  /**
   * Says nothing while this rings, which is the same fault seen nearer to its cause; speaks up when that is over and
   * it is not. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
   */
  readonly unless?: IAlarm
}

/** What somebody is told of: alarms of one fault, together. Its name, which is what a mail begins with, is its section's. */
export class Page extends CompositeAlarm {
  constructor(scope: Construct, id: string, { topic, when, unless, ...told }: PageProps) {
    super(scope, id, {
      compositeAlarmName: `${Deployment.of(scope).title}-${told.runbook}`,
      alarmRule: when,
      alarmDescription: describe(told),
      ...(unless && {
        actionsSuppressor: unless,
        actionsSuppressorWaitPeriod: WAIT,
        actionsSuppressorExtensionPeriod: EXTENSION,
      }),
    })
    this.addAlarmAction(new SnsAction(topic))
  }
}

const inAlarm = (alarm: IAlarm) => AlarmRule.fromAlarm(alarm, AlarmState.ALARM)

/** While one of them rings. */
export const anyOf = (...alarms: readonly IAlarm[]) => AlarmRule.anyOf(...alarms.map(inAlarm))

/** While all of them ring. */
export const allOf = (...alarms: readonly IAlarm[]) => AlarmRule.allOf(...alarms.map(inAlarm))
