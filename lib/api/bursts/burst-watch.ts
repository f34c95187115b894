import { Duration, Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import { callsTo } from '#contract/bursts/calls-to'
import { burstKinds } from '#contract/bursts/kinds/index'
import type { WarmTarget } from '#contract/capacity/warm-target'
import type { Service } from '#contract/http/route'
import { targetOf } from '#lib/constructs/event-target'
import { CALLS_A_SECOND, type WarmEnvironments } from '#lib/constructs/warm-environments'
import { WorkerFunction } from '#lib/constructs/worker-function'
import { grantTable } from '#lib/data/grant-table'
import type { LecternTable } from '#lib/data/lectern-table'
import { allow } from '#lib/media/media-rights'
import { Deployment } from '#lib/settings/deployment'
import type { StageSettings } from '#lib/settings/settings'

export interface BurstWatchProps {
  readonly table: LecternTable
  readonly warm: ReadonlyMap<Service, WarmEnvironments>
  readonly comePercent: NonNullable<StageSettings['warmForOpenings']>['comePercent']
}

/**
 * Of all a function’s variables, in bytes; what is not the targets’ leaves room for:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MOST_BYTES = 4_096 - 512
/** Of a target’s, whose names AWS makes. */
const NAME_BYTES = 100

/** Looks which courses’ members will come at once in the next hours, and has environments warm for them. */
export class BurstWatch extends Construct {
  readonly worker: WorkerFunction<'burst-watch'>

  constructor(scope: Construct, id: string, { table, warm, comePercent }: BurstWatchProps) {
    super(scope, id)
    const stack = Stack.of(this)
    const targets = [...warm].map(([service, environments]): WarmTarget => {
      const { resourceId, capacity } = environments
      const { min, max, schedule } = capacity
      return {
        resourceId,
        min,
        max,
        schedule: schedule.map((it) => [it.at, it.timezone, it.min, it.max]),
        perMember: Object.fromEntries(
          Object.entries(burstKinds).map(([name, kind]) => [
            name,
            perMember(callsTo(service, kind), { comePercent, ...capacity }),
          ]),
        ),
      }
    })
    const bytes = JSON.stringify(targets.map((one) => ({ ...one, resourceId: '' }))).length
    if (bytes + NAME_BYTES * targets.length > MOST_BYTES)
      throw new Error(
        'lectern.settings.ts has more in provisioned.schedule than a function’s environment holds, some 60 entries in all: shorten it, or set warmForOpenings to null.',
      )
    const every = Duration.minutes(15)
    this.worker = new WorkerFunction(this, 'Worker', {
      name: 'burst-watch',
      environment: {
        TABLE_NAME: table.tableName,
        METRICS_NAMESPACE: Deployment.of(this).metricsNamespace,
        WARM_TARGETS: stack.toJsonString(targets),
      },
      // At night it reads what every course publishes, one after the other.
      timeout: Duration.minutes(10),
      every,
    })
    const { lambda } = this.worker
    grantTable(table, lambda, 'readWrite')
    // A target has no name of ours in its ARN; what may be asked of it is told by conditions:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsapplicationautoscaling.html
    allow(
      lambda,
      [
        'application-autoscaling:PutScheduledAction',
        'application-autoscaling:DeleteScheduledAction',
      ],
      stack.formatArn({
        service: 'application-autoscaling',
        resource: 'scalable-target',
        resourceName: '*',
      }),
      {
        StringEquals: {
          'application-autoscaling:service-namespace': 'lambda',
          'application-autoscaling:scalable-dimension': 'lambda:function:ProvisionedConcurrency',
        },
      },
    )
    allow(
      lambda,
      [
        'application-autoscaling:DescribeScalableTargets',
        'application-autoscaling:DescribeScheduledActions',
        'lambda:GetAccountSettings',
      ],
      '*',
    )
    new Rule(this, 'Often', {
      schedule: Schedule.rate(every),
      targets: [targetOf(this.worker)],
    })
    new Rule(this, 'Nightly', {
      schedule: Schedule.cron({ hour: '3', minute: '50' }),
      targets: [
        targetOf(this.worker, { event: RuleTargetInput.fromObject({ everyCourse: true }) }),
      ],
    })
  }
}

/**
 * Environments for each member of a course, at the use that is aimed at. By ten calls a second each, whichever is reached
 * first: what people call when they come takes less than a tenth of a second.
 */
const perMember = (
  callsPerSecond: number,
  { comePercent, utilisationPercent }: { comePercent: number; utilisationPercent: number },
): number => (callsPerSecond * comePercent) / CALLS_A_SECOND / utilisationPercent
