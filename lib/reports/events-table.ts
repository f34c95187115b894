import { Aws } from 'aws-cdk-lib'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { eventColumns, eventNames } from './event-columns.ts'

/** Below it lies what is recorded, a folder an event and day. */
export const EVENTS_PREFIX = 'events/'
/** No event is older than Lectern. */
export const FIRST_DAY = '2024-01-01'

/**
 * One table of all events for Athena and for Firehose. Its partitions are projected: nobody has to add them.
 * https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 */
export class EventsTable extends Construct {
  readonly databaseName: string
  readonly tableName = 'events'

  constructor(scope: Construct, id: string, { bucket }: { readonly bucket: IBucket }) {
    super(scope, id)
    const location = `s3://${bucket.bucketName}/${EVENTS_PREFIX}`
    this.databaseName = Deployment.of(this).id.replaceAll('-', '_')
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseInput: { name: this.databaseName, description: 'What was learned: docs/reports.md' },
    })
    const table = new CfnTable(this, 'Table', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: this.databaseName,
      tableInput: {
        name: this.tableName,
        tableType: 'EXTERNAL_TABLE',
        partitionKeys: [
          { name: 'event', type: 'string' },
          { name: 'date', type: 'string' },
        ],
        parameters: eventsParameters(location),
        storageDescriptor: {
          location,
          columns: eventColumns(),
          inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
          outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
          serdeInfo: {
            serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe',
          },
        },
      },
    })
    table.node.addDependency(database)
  }
}

/** How Athena finds the events below a place: `s3://bucket/prefix/`. */
export const eventsParameters = (location: string): Record<string, string> => ({
  classification: 'parquet',
  'projection.enabled': 'true',
  'projection.event.type': 'enum',
  'projection.event.values': eventNames().join(','),
  'projection.date.type': 'date',
  'projection.date.format': 'yyyy-MM-dd',
  'projection.date.range': `${FIRST_DAY},NOW`,
  'storage.location.template': `${location}event=\${event}/date=\${date}/`,
})
