import type { Cloud } from '#local/assembly/cloud'
import { type Json, listAt, objectAt, textAt } from '#local/assembly/json'

export interface GlueColumn {
  readonly name: string
  /** As Glue writes it: `string`, `bigint`, `double`, `boolean`. */
  readonly type: string
}

export interface GlueTable {
  readonly name: string
  readonly columns: readonly GlueColumn[]
  /** In which folder a row lies, and no column of its file. */
  readonly partitionKeys: readonly GlueColumn[]
  readonly parameters: Readonly<Record<string, string>>
  /** `s3://bucket/prefix/` */
  readonly location: string
}

/** The tables of a database; none where no template has it. */
export const tablesOf = (cloud: Cloud, database: string): GlueTable[] =>
  cloud
    .ofType('AWS::Glue::Table')
    .map(({ properties }) => properties)
    .filter((properties) => textAt(properties, 'DatabaseName') === database)
    .map((properties) =>
      findTable(cloud, database, textAt(objectAt(properties, 'TableInput'), 'Name')),
    )

export function findTable(cloud: Cloud, database: string, name: string): GlueTable {
  const found = cloud
    .ofType('AWS::Glue::Table')
    .map(({ properties }) => properties)
    .find(
      (properties) =>
        textAt(properties, 'DatabaseName') === database &&
        textAt(objectAt(properties, 'TableInput'), 'Name') === name,
    )
  if (!found) throw new Error(`No template has the table ${name} in the database ${database}.`)
  const input = objectAt(found, 'TableInput')
  const storage = objectAt(input, 'StorageDescriptor')
  const parameters = objectAt(input, 'Parameters')
  return {
    name,
    columns: listAt(storage, 'Columns').map(columnOf),
    partitionKeys: listAt(input, 'PartitionKeys').map(columnOf),
    parameters: Object.fromEntries(
      Object.keys(parameters).map((key) => [key, textAt(parameters, key)]),
    ),
    location: textAt(storage, 'Location'),
  }
}

const columnOf = (column: Json): GlueColumn => ({
  name: textAt(column, 'Name'),
  type: textAt(column, 'Type'),
})
