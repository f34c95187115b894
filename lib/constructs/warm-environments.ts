import { Duration, Stack, TimeZone } from 'aws-cdk-lib'
import {
  CfnScalingPolicy,
  ScalableTarget,
  Schedule,
  ServiceNamespace,
} from 'aws-cdk-lib/aws-applicationautoscaling'
import { MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Role } from 'aws-cdk-lib/aws-iam'
import type { Alias } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { Capacity } from '#lib/settings/capacity'

/**
 * Calls a second for each warm environment, after which they spill over, however short they are:
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html#concurrency-vs-requests-per-second
 */
export const CALLS_A_SECOND = 10
const MINUTE = Duration.minutes(1)
/**
 * What was asked for shows in the metric after Lambda's minute or two of preparation, a whole minute of its own and
 * the minute that CloudWatch is late. Sooner, the same want would be answered twice.
 */
const COOLDOWN = Duration.minutes(5)

export interface WarmEnvironmentsProps {
  readonly alias: Alias
  readonly capacity: Capacity
}

/**
 * Keeps environments of an alias warm, as many as it is busy. They belong to the alias and not to its version, so
 * that a release takes their number and their schedule along.
 */
export class WarmEnvironments extends Construct {
  /**
   * How much of what they may take they were asked for in a minute, in percent; over 100 where calls spilled over to
   * cold ones. A minute without a call has no value.
   */
  readonly utilisation: MathExpression
  /** As Application Auto Scaling knows them. */
  readonly resourceId: string
  readonly capacity: Capacity

  constructor(scope: Construct, id: string, { alias, capacity }: WarmEnvironmentsProps) {
    super(scope, id)
    this.capacity = capacity
    this.resourceId = `function:${alias.functionName}`
    this.utilisation = new MathExpression({
      expression: UTILISATION,
      usingMetrics: measuresOf(alias),
      period: MINUTE,
      label: 'percent',
    })
    const target = new ScalableTarget(this, 'Target', {
      serviceNamespace: ServiceNamespace.LAMBDA,
      scalableDimension: 'lambda:function:ProvisionedConcurrency',
      resourceId: this.resourceId,
      minCapacity: capacity.min,
      maxCapacity: capacity.max,
      // AWS makes it at the first registration, and takes no other for Lambda.
      role: Role.fromRoleArn(
        this,
        'Role',
        Stack.of(this).formatArn({
          service: 'iam',
          region: '',
          resource: 'role/aws-service-role/lambda.application-autoscaling.amazonaws.com',
          resourceName: 'AWSServiceRoleForApplicationAutoScaling_LambdaConcurrency',
        }),
      ),
    })
    for (const [index, { at, timezone, min, max }] of capacity.schedule.entries())
      target.scaleOnSchedule(`Scheduled${index + 1}`, {
        schedule: Schedule.expression(at),
        timeZone: TimeZone.of(timezone),
        minCapacity: min,
        maxCapacity: max,
      })
    new CfnScalingPolicy(this, 'Utilisation', {
      policyName: 'utilisation',
      policyType: 'TargetTrackingScaling',
      scalingTargetId: target.scalableTargetId,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: capacity.utilisationPercent,
        customizedMetricSpecification: { metrics: queriesOf(alias) },
        scaleOutCooldown: COOLDOWN.toSeconds(),
        scaleInCooldown: COOLDOWN.toSeconds(),
      },
    })
  }
}

const AT_LEAST_MS = 1_000 / CALLS_A_SECOND
/**
 * The environments that a minute's calls wanted, each for as long as it ran and a tenth of a second at least, over
 * those that there are: if a share of them is in use, so many. IF compares minute by minute; MAX is not for alarms:
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
const UTILISATION = `100 * IF(busyMs > calls * ${AT_LEAST_MS}, busyMs, calls * ${AT_LEAST_MS}) / ${MINUTE.toMilliseconds()} / (used / share)`

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-concurrency.html */
const measuresOf = (alias: Alias): Record<string, Metric> => ({
  calls: alias.metric('Invocations', { statistic: 'Sum' }),
  busyMs: alias.metric('Duration', { statistic: 'Sum' }),
  used: alias.metric('ProvisionedConcurrentExecutions', { statistic: 'Maximum' }),
  share: alias.metric('ProvisionedConcurrencyUtilization', { statistic: 'Maximum' }),
})

/** https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html */
const queriesOf = (alias: Alias) => [
  ...Object.entries(measuresOf(alias)).map(([id, metric]) => ({
    id,
    returnData: false,
    metricStat: {
      stat: metric.statistic,
      metric: {
        namespace: metric.namespace,
        metricName: metric.metricName,
        dimensions: Object.entries(metric.dimensions ?? {}).map(([name, value]) => ({
          name,
          value: String(value),
        })),
      },
    },
  })),
  { id: 'utilisation', expression: UTILISATION, returnData: true },
]
