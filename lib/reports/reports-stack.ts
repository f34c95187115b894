import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { WorkerFunction } from '#lib/constructs/worker-function'
import { DimensionTables } from './dimension-tables.ts'
import { EventsStream } from './events-stream.ts'
import { EventsTable } from './events-table.ts'
import { LakeBucket } from './lake-bucket.ts'
import { Reporter } from './reporter.ts'
import { RECORDED_FILTERS } from './stream-filters.ts'
import { Warehouse } from './warehouse.ts'

export interface ReportsStackProps extends StackProps {
  readonly table: ITable
  /** Where published courses lie. */
  readonly content: IBucket
}

/** What is recorded of learning: from the table's stream, by Firehose, into the lake. */
export class ReportsStack extends Stack {
  readonly lake: LakeBucket
  readonly events: EventsTable
  readonly exporter: WorkerFunction<'exporter'>
  readonly reporter: Reporter

  constructor(scope: Construct, id: string, { table, content, ...props }: ReportsStackProps) {
    super(scope, id, props)
    this.lake = new LakeBucket(this, 'LakeBucket')
    this.events = new EventsTable(this, 'Events', { bucket: this.lake })
    new DimensionTables(this, 'Dimensions', { bucket: this.lake, events: this.events })
    this.reporter = new Reporter(this, 'Reporter', {
      bucket: this.lake,
      content,
      warehouse: new Warehouse(this, 'Warehouse', { bucket: this.lake, table: this.events }),
    })
    const stream = new EventsStream(this, 'EventsStream', { bucket: this.lake, table: this.events })
    this.exporter = new WorkerFunction(this, 'Exporter', {
      name: 'exporter',
      environment: { LAKE_BUCKET: this.lake.bucketName, EVENTS_STREAM: stream.streamName },
      readsStream: true,
    })
    stream.grantPut(this.exporter.lambda)
    this.#grantRegister()
    // The second reader beside the projector, and the last: two may read a shard at once.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
    this.exporter.lambda.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 1000,
        filters: RECORDED_FILTERS,
        // What comes together is few records of Firehose's, which are paid for as 5 KB each.
        maxBatchingWindow: Duration.seconds(10),
        bisectBatchOnError: true,
        retryAttempts: 5,
        maxRecordAge: Duration.hours(20),
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(this.exporter.deadLetters),
      }),
    )
    new CfnOutput(this, 'LakeBucketName', { value: this.lake.bucketName }).overrideLogicalId(
      'LakeBucket',
    )
    new CfnOutput(this, 'EventsStreamName', { value: stream.streamName })
  }

  #grantRegister() {
    const may = (actions: string[], resources: string[]) =>
      this.exporter.lambda.addToRolePolicy(new PolicyStatement({ actions, resources }))
    may(['s3:GetObject', 's3:PutObject'], [this.lake.arnForObjects('people/*')])
    // The name that lost against another.
    may(['s3:DeleteObject'], [this.lake.arnForObjects('people/by-pseudonym/*')])
    // Without it S3 says of what is not there that nobody may see it.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    may(['s3:ListBucket'], [this.lake.bucketArn])
  }
}
