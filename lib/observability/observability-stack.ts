import {
  Aws,
  CfnOutput,
  CrossStackReferences,
  ReferenceStrength,
  Stack,
  type StackProps,
  Validations,
} from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import type { ApiStack } from '#lib/api/api-stack'
import type { DataStack } from '#lib/data/data-stack'
import type { EdgeStack } from '#lib/edge/edge-stack'
import type { IdentityStack } from '#lib/identity/identity-stack'
import type { MediaStack } from '#lib/media/media-stack'
import type { ReportsStack } from '#lib/reports/reports-stack'
import { Deployment } from '#lib/settings/deployment'
import { Alarms, type Watched } from './alarms.ts'
import { SiteCanary } from './canary/site-canary.ts'
import { LecternDashboard } from './lectern-dashboard.ts'
import { Playback } from './promises/playback.ts'

export interface ObservabilityStackProps extends StackProps {
  readonly identity: IdentityStack
  readonly data: DataStack
  readonly media: MediaStack
  readonly api: ApiStack
  readonly edge: EdgeStack
  readonly reports: ReportsStack
}

/** What tells operators: alarms that reach a topic, and a dashboard of the promises. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props)
    // Elsewhere a stack cannot lose what another uses. An alarm on a function that is gone does no harm, and must
    // not keep it from going: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.ReferenceStrength.html
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK)
    const { identity, data, media, api, edge, reports } = props
    const { settings, metricsNamespace } = Deployment.of(this)
    const topic = new Topic(this, 'AlarmTopic', { enforceSSL: true })
    Validations.of(topic).acknowledge({
      id: 'AwsSolutions-SNS2',
      reason: 'Alarms carry no personal data, and CloudWatch cannot use the AWS-managed key.',
    })
    // A policy of one's own, which the demand for TLS is, takes the place of the one that lets alarms in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: {
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:cloudwatch:${Aws.REGION}:${Aws.ACCOUNT_ID}:alarm:*`,
          },
        },
      }),
    )
    if (settings.alarmEmail) topic.addSubscription(new EmailSubscription(settings.alarmEmail))
    const { burstWatch, scheduled } = api.functions
    const workers = [
      ...[
        data.projector,
        data.recount,
        ...media.ingest.all,
        media.fileIntake.worker,
        media.copying.worker,
        edge.invalidation.worker,
      ],
      scheduled.worker,
      ...(burstWatch ? [burstWatch.worker] : []),
      reports.exporter,
      reports.reporter.worker,
    ]
    const watched: Watched = {
      api: api.api,
      services: [...Object.values(api.functions.byService), api.functions.pages],
      workers,
      queues: { ContentNotices: media.notices.deadLetters },
      table: data.table,
      userPool: identity.userPool,
      clientId: edge.client.userPoolClientId,
      valkey: api.functions.valkey,
      failed: media.notices.failed,
      distribution: edge.site.distribution,
      playback: new Playback(metricsNamespace),
      burstWatch,
      canary: settings.canary
        ? new SiteCanary(this, 'Canary', {
            ...settings.canary,
            userPool: identity.userPool,
            siteUrl: edge.siteUrl,
          })
        : null,
    }
    new Alarms(this, 'Alarms', { ...watched, topic })
    new LecternDashboard(this, 'Dashboard', watched)
    new CfnOutput(this, 'AlarmTopicArn', { value: topic.topicArn })
  }
}
