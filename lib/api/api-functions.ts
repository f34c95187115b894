import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import { Architecture, Code, type IAlias, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { type Service, services } from '#contract/http/route'
import { ApiFunction } from '#lib/constructs/api-function'
import type { Network } from '#lib/constructs/node-function'
import type { DataStack } from '#lib/data/data-stack'
import { grantTable } from '#lib/data/grant-table'
import {
  allow,
  FILES_STORED,
  grantCourseEvents,
  grantMediaEvents,
  grantPublishing,
  grantRead,
} from '#lib/media/media-rights'
import { fileSettings, mediaSettings } from '#lib/media/media-settings'
import type { MediaStack } from '#lib/media/media-stack'
import { promisesMade } from '#lib/reports/promises-made'
import { Deployment } from '#lib/settings/deployment'
import { EGRESS_USD_PER_HOUR } from '#lib/settings/egress'
import { BurstWatch } from './bursts/burst-watch.ts'
import { ScheduledPublishing } from './publishing/scheduled-publishing.ts'
import { createValkey, type Valkey } from './valkey/valkey.ts'

export interface ApiFunctionsProps {
  /** For those that use Valkey; null is a stage without. */
  readonly network: Network | null
  readonly data: DataStack
  readonly media: MediaStack
  /** Where what reports say lies. */
  readonly lake: IBucket
  /** Whose accounts people have. */
  readonly userPool: IUserPool
  /** Signs what anybody may send back. */
  readonly cursorSecret: string
}

/** One function for each service of the contract, each with the rights that its routes need. */
export class ApiFunctions extends Construct {
  readonly valkey: Valkey | null
  readonly byService: Readonly<Record<Service, ApiFunction & { readonly live: IAlias }>>
  /** Makes public pages, for the edge. */
  readonly pages: ApiFunction<'pages'>
  readonly scheduled: ScheduledPublishing
  /** Null: none of them is kept warm, or the settings ask for no more. */
  readonly burstWatch: BurstWatch | null

  constructor(scope: Construct, id: string, props: ApiFunctionsProps) {
    super(scope, id)
    const { data, media } = props
    const { settings, id: deploymentId, metricsNamespace, functionsDist } = Deployment.of(this)
    const { provisioned } = settings
    this.valkey = createValkey(this, props.network)
    // Only for Valkey's sake is a function in the network.
    const inside: { network?: Network } =
      this.valkey && props.network ? { network: props.network } : {}
    const shared = {
      TABLE_NAME: data.table.tableName,
      VALKEY: JSON.stringify(this.valkey?.place ?? null),
      METRICS_NAMESPACE: metricsNamespace,
    }
    const counted = {
      ...shared,
      REQUESTS_PER_PERSON: String(settings.api.requestsPerPerson),
    }
    const catalog = new ApiFunction(this, 'Catalog', {
      name: 'catalog',
      ...inside,
      environment: {
        ...shared,
        CONTENT_BUCKET: media.buckets.content.bucketName,
        CURSOR_SECRET: props.cursorSecret,
      },
      provisioned: provisioned.catalog,
    })
    const learning = new ApiFunction(this, 'Learning', {
      name: 'learning',
      ...inside,
      environment: {
        ...counted,
        SIGNING_SECRET_ARN: media.signingKey.secret.secretArn,
        SECRETS_GENERATION: String(media.signingKey.generation),
        SIGNING_KEY_PAIR_ID: media.signingKey.publicKeyId,
      },
      provisioned: provisioned.learning,
    })
    const teaching = new ApiFunction(this, 'Teaching', {
      name: 'teaching',
      ...inside,
      // To join the parts of a large upload takes S3 a while; the gateway waits as long.
      timeout: Duration.seconds(29),
      environment: {
        ...counted,
        INGEST_BUCKET: media.buckets.ingest.bucketName,
        CONTENT_BUCKET: media.buckets.content.bucketName,
        DEPLOYMENT_ID: deploymentId,
        SEAL_SECRET: media.sealSecret,
        LESSONS: JSON.stringify(settings.lessons),
        LAKE_BUCKET: props.lake.bucketName,
        EGRESS_USD_PER_HOUR: String(EGRESS_USD_PER_HOUR),
        PROMISES: JSON.stringify(promisesMade),
        ...mediaSettings(settings),
        ...fileSettings(settings),
      },
    })
    // On demand, and outside the network, for nothing of it is remembered.
    const community = new ApiFunction(this, 'Community', {
      name: 'community',
      environment: {
        TABLE_NAME: data.table.tableName,
        METRICS_NAMESPACE: metricsNamespace,
        REQUESTS_PER_PERSON: counted.REQUESTS_PER_PERSON,
      },
    })
    // On demand, and outside the network, from which no way leads to the user pool: not every zone has an endpoint of
    // Cognito's (https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html).
    const administration = new ApiFunction(this, 'Administration', {
      name: 'administration',
      environment: {
        TABLE_NAME: data.table.tableName,
        METRICS_NAMESPACE: metricsNamespace,
        REQUESTS_PER_PERSON: counted.REQUESTS_PER_PERSON,
        USER_POOL_ID: props.userPool.userPoolId,
      },
    })
    // On demand, since the edge keeps what it makes; outside the network, since it asks no cache.
    this.pages = new ApiFunction(this, 'Pages', {
      name: 'pages',
      environment: {
        TABLE_NAME: data.table.tableName,
        CONTENT_BUCKET: media.buckets.content.bucketName,
        CURSOR_SECRET: props.cursorSecret,
        SITE_DOMAIN: settings.domain?.name ?? '',
        RENDERERS: '/opt/pages',
      },
      layers: [
        new LayerVersion(this, 'Renderers', {
          description: 'Lectern pages: the web client as what renders its public pages',
          code: Code.fromAsset(join(functionsDist, '../layers/pages')),
          compatibleRuntimes: [Runtime.NODEJS_24_X],
          compatibleArchitectures: [Architecture.ARM_64],
        }),
      ],
    })
    grantTable(data.table, this.pages.lambda, 'read')
    allow(this.pages.lambda, ['s3:GetObject'], media.buckets.content.arnForObjects('pages/*'))
    grantTable(data.table, catalog.lambda, 'read')
    allow(catalog.lambda, ['s3:GetObject'], media.buckets.content.arnForObjects('pages/*'))
    grantTable(data.table, learning.lambda, 'readWrite')
    grantTable(data.table, teaching.lambda, 'readWrite')
    grantTable(data.table, community.lambda, 'readWrite')
    grantTable(data.table, administration.lambda, 'readWrite')
    allow(
      administration.lambda,
      ['cognito-idp:ListUsers', 'cognito-idp:AdminGetUser'],
      props.userPool.userPoolArn,
    )
    media.signingKey.secret.grantRead(learning.lambda)
    grantMediaEvents(teaching.lambda)
    grantCourseEvents(teaching.lambda)
    allow(
      teaching.lambda,
      ['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      media.buckets.ingest.arnForObjects('*'),
    )
    grantRead(teaching.lambda, props.lake, 'facts/*')
    // A learner's own week, and names of those who stopped in a course.
    allow(teaching.lambda, ['s3:GetObject'], props.lake.arnForObjects('people/*'))
    grantRead(teaching.lambda, media.buckets.ingest, '*')
    grantPublishing(teaching.lambda, media.buckets.content)
    allow(teaching.lambda, ['s3:DeleteObject'], media.buckets.content.arnForObjects(FILES_STORED))
    this.scheduled = new ScheduledPublishing(this, 'ScheduledPublishing', {
      network: inside.network ?? null,
      table: data.table,
      content: media.buckets.content,
      environment: {
        TABLE_NAME: shared.TABLE_NAME,
        VALKEY: shared.VALKEY,
        CONTENT_BUCKET: media.buckets.content.bucketName,
        DEPLOYMENT_ID: deploymentId,
        SEAL_SECRET: media.sealSecret,
        LESSONS: JSON.stringify(settings.lessons),
      },
    })
    for (const { lambda } of [catalog, learning, teaching, this.scheduled.worker])
      this.valkey?.grantConnect(lambda)
    this.byService = { catalog, learning, teaching, community, administration }
    const warm = new Map(
      services.flatMap((name) => {
        const { warm } = this.byService[name]
        return warm ? [[name, warm] as const] : []
      }),
    )
    const { warmForOpenings } = settings
    this.burstWatch =
      warmForOpenings && warm.size > 0
        ? new BurstWatch(this, 'BurstWatch', { table: data.table, warm, ...warmForOpenings })
        : null
  }
}
