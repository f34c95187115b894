import { Aws } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-glue'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { dimensions } from '#contract/reports/dimensions'
import { columnsOf } from './event-columns.ts'
import { type EventsTable, FIRST_DAY } from './events-table.ts'

/** Below it lies what events speak of, a folder a table and day. */
export const DIMENSIONS_PREFIX = 'dimensions/'

export interface DimensionTablesProps {
  readonly bucket: IBucket
  readonly events: EventsTable
}

/**
 * A table for each dimension beside that of the events, of gzipped lines of JSON, a day apart.
 * https://docs.aws.amazon.com/athena/latest/ug/openx-json-serde.html
 */
export class DimensionTables extends Construct {
  constructor(scope: Construct, id: string, { bucket, events }: DimensionTablesProps) {
    super(scope, id)
    for (const [name, { shape }] of Object.entries(dimensions)) {
      const location = `s3://${bucket.bucketName}/${DIMENSIONS_PREFIX}${name}/`
      new CfnTable(this, name, {
        catalogId: Aws.ACCOUNT_ID,
        databaseName: events.databaseName,
        tableInput: {
          name,
          tableType: 'EXTERNAL_TABLE',
          partitionKeys: [{ name: 'date', type: 'string' }],
          parameters: dimensionParameters(location),
          storageDescriptor: {
            location,
            columns: columnsOf(shape),
            inputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
            outputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
            serdeInfo: { serializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
          },
        },
      }).node.addDependency(events)
    }
  }
}

/** How Athena finds a dimension below a place: `s3://bucket/prefix/`. */
export const dimensionParameters = (location: string): Record<string, string> => ({
  classification: 'json',
  'projection.enabled': 'true',
  'projection.date.type': 'date',
  'projection.date.format': 'yyyy-MM-dd',
  'projection.date.range': `${FIRST_DAY},NOW`,
  'storage.location.template': `${location}date=\${date}/`,
})
