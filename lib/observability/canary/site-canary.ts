import { join } from 'node:path'
import { Duration, RemovalPolicy, Size, Stack, Validations } from 'aws-cdk-lib'
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Canary, Code, Runtime, Schedule, Test } from 'aws-cdk-lib/aws-synthetics'
import { Construct } from 'constructs'
import type { CanaryEnvironment } from '#contract/platform/canary'
import { Logs } from '#lib/constructs/logs'
import { PrivateBucket } from '#lib/constructs/private-bucket'
import { Deployment } from '#lib/settings/deployment'
import type { StageSettings } from '#lib/settings/settings'
import { CanaryAccount } from './canary-account.ts'

export interface SiteCanaryProps extends NonNullable<StageSettings['canary']> {
  readonly userPool: IUserPool
  readonly siteUrl: string
}

/** Five steps of 45 seconds at most, and what the browser takes to start. */
const TIMEOUT = Duration.seconds(285)

/** Signs in and plays a lecture as a learner does, from outside, whether anybody learns or not. */
export class SiteCanary extends Construct {
  /** Of a period's runs, those that came to the end. */
  readonly successPercent: IMetric
  /** Of a run, in milliseconds. */
  readonly duration: IMetric

  constructor(scope: Construct, id: string, props: SiteCanaryProps) {
    super(scope, id)
    const { id: canaryName, settings, functionsDist } = Deployment.of(this)
    const account = new CanaryAccount(this, 'Account', props)
    const artifacts = new PrivateBucket(this, 'Artifacts', {
      removalPolicy: RemovalPolicy.DESTROY,
      lifecycleRules: [{ expiration: Duration.days(settings.logRetentionDays) }],
    })
    Validations.of(artifacts).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'It holds logs and pictures of runs, which are the canary’s own log.',
    })
    const role = this.#role(canaryName, artifacts)
    account.secret.grantRead(role)
    const every = Duration.minutes(props.everyMinutes)
    const canary = new Canary(this, 'Canary', {
      canaryName,
      runtime: Runtime.SYNTHETICS_NODEJS_PLAYWRIGHT_6_0,
      test: Test.custom({
        code: Code.fromAsset(join(functionsDist, '../canary')),
        handler: 'canary.handler',
      }),
      schedule: Schedule.rate(every),
      timeout: TIMEOUT,
      memory: Size.mebibytes(2048),
      role,
      artifactsBucketLocation: { bucket: artifacts },
      provisionedResourceCleanup: true,
      environmentVariables: {
        WEB_URL: props.siteUrl,
        COURSE: props.course,
        ACCOUNT_SECRET_ARN: account.secret.secretArn,
      } satisfies CanaryEnvironment,
    })
    canary.node.addDependency(account)
    // The canary's role may make no log group, so that this one, with its end, is the only one.
    new Logs(this, 'Logs', { logGroupName: `${logGroups(canaryName)}${canary.canaryId}` })
    this.successPercent = canary.metricSuccessPercent({ period: every })
    this.duration = canary.metricDuration({ period: every })
  }

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_CanaryPermissions.html */
  #role(canaryName: string, artifacts: IBucket): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    const may = (actions: string[], resource: string, conditions?: object) =>
      role.addToPolicy(
        new PolicyStatement({ actions, resources: [resource], conditions: { ...conditions } }),
      )
    may(['s3:PutObject', 's3:GetObject'], artifacts.arnForObjects('*'))
    may(['s3:GetBucketLocation'], artifacts.bucketArn)
    may(['s3:ListAllMyBuckets'], '*')
    may(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Stack.of(this).formatArn({
        service: 'logs',
        resource: `log-group:${logGroups(canaryName)}*`,
      }),
    )
    may(['cloudwatch:PutMetricData'], '*', {
      StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' },
    })
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason:
        'Metrics and the list of buckets take no resource; runs and log streams are named below fixed ones.',
    })
    return role
  }
}

/** How the log groups of a canary's functions begin. */
const logGroups = (canaryName: string) => `/aws/lambda/cwsyn-${canaryName}-`
