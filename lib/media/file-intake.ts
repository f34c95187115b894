import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import { ARRIVALS } from '#contract/files/places'
import { QueuedWorker } from '#lib/constructs/queued-worker'
import { grantTable } from '#lib/data/grant-table'
import { Deployment } from '#lib/settings/deployment'
import { allow, FILES_STORED } from './media-rights.ts'
import { fileSettings } from './media-settings.ts'
import type { MediaWorkersProps } from './media-workers.ts'

/** From an upload that is no video to a file of its course: looks at what has arrived, and makes pictures anew. */
export class FileIntake extends Construct {
  readonly worker: QueuedWorker<'file-intake'>

  constructor(scope: Construct, id: string, { buckets, table }: MediaWorkersProps) {
    super(scope, id)
    const { settings, id: deploymentId, functionsDist } = Deployment.of(this)
    const { ingest, content } = buckets
    this.worker = new QueuedWorker(this, 'Worker', {
      name: 'file-intake',
      environment: {
        TABLE_NAME: table.tableName,
        INGEST_BUCKET: ingest.bucketName,
        CONTENT_BUCKET: content.bucketName,
        DEPLOYMENT_ID: deploymentId,
        ...fileSettings(settings),
        IMAGES: '/opt/images',
      },
      layers: [
        new LayerVersion(this, 'Images', {
          description: 'Lectern images: what makes pictures anew',
          code: Code.fromAsset(join(functionsDist, '../layers/images')),
          compatibleRuntimes: [Runtime.NODEJS_24_X],
          compatibleArchitectures: [Architecture.ARM_64],
        }),
      ],
      // Fifty megapixels, the most that it takes, with a copy, and a whole CPU with some of a second.
      timeout: Duration.minutes(2),
      memorySize: 2048,
      concurrency: settings.encoding.workers,
      // Somebody looks at the page while it works.
      patience: Duration.minutes(10),
    })
    new Rule(this, 'ObjectCreated', {
      description: 'Files besides videos, as they arrive',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [ingest.bucketName] },
          object: { key: [{ prefix: ARRIVALS }] },
        },
      },
      targets: [this.worker.target],
    })
    const { lambda } = this.worker
    grantTable(table, lambda, 'readWrite')
    allow(lambda, ['s3:GetObject', 's3:DeleteObject'], ingest.arnForObjects(`${ARRIVALS}*`))
    // Without the list, what is missing is a 403.
    for (const bucket of [ingest, content]) allow(lambda, ['s3:ListBucket'], bucket.bucketArn)
    allow(lambda, ['s3:PutObject', 's3:DeleteObject'], content.arnForObjects(FILES_STORED))
  }
}
