import type { CloudResource } from '#local/assembly/cloud'
import { type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import type { GlueTable } from '#local/glue/glue-table'
import { type KeysOf, readQuery } from './partition-keys.ts'

/** A window of AWS's seconds is as many of these milliseconds, for somebody sits before it. */
const WINDOW_SECOND = 30

/** Where a template's stream puts what, as far as the local Firehose follows it. */
export interface Destination {
  readonly bucket: string
  readonly collectMilliseconds: number
  readonly table: GlueTable
  readonly keysOf: KeysOf
  /** The folder of what has these keys. */
  folderOf(keys: Readonly<Record<string, string>>): string
  /** The folder of what failed, in which way and on which day. */
  errorFolderOf(type: string, day: string): string
}

/** @throws Error where the template asks for what is not followed here */
export function readDestination(
  { logicalId, properties }: CloudResource,
  tableOf: (database: string, name: string) => GlueTable,
): Destination {
  const s3 = objectAt(properties, 'ExtendedS3DestinationConfiguration')
  const schema = objectAt(objectAt(s3, 'DataFormatConversionConfiguration'), 'SchemaConfiguration')
  const processors = listAt(objectAt(s3, 'ProcessingConfiguration'), 'Processors')
  const parameter = (type: string, name: string) => {
    const processor = processors.find((one) => textAt(one, 'Type') === type)
    const found = listAt(processor, 'Parameters').find(
      (one) => textAt(one, 'ParameterName') === name,
    )
    return textAt(found, 'ParameterValue')
  }
  if (parameter('RecordDeAggregation', 'SubRecordType') !== 'JSON')
    throw new Error(`${logicalId}: the local Firehose takes records of JSON apart, and no others.`)
  const prefix = textAt(s3, 'Prefix')
  const errors = textAt(s3, 'ErrorOutputPrefix')
  return {
    bucket: textAt(s3, 'BucketARN').split(':::')[1] ?? '',
    collectMilliseconds: WINDOW_SECOND * (numberAt(hints(s3), 'IntervalInSeconds') ?? 300),
    table: tableOf(textAt(schema, 'DatabaseName'), textAt(schema, 'TableName')),
    keysOf: readQuery(parameter('MetadataExtraction', 'MetadataExtractionQuery')),
    folderOf: (keys) =>
      prefix.replace(/!\{partitionKeyFromQuery:(\w+)\}/g, (_, key: string) => keys[key] ?? ''),
    errorFolderOf: (type, day) =>
      errors.replace('!{firehose:error-output-type}', type).replace('!{timestamp:yyyy-MM-dd}', day),
  }
}

const hints = (s3: JsonObject) => objectAt(s3, 'BufferingHints')
