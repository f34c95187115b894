import { join } from 'node:path'
import { byName } from '#local/assembly/identifiers'
import { numberAt, objectAt, textAt } from '#local/assembly/json'
import { awsApi } from '#local/aws-api/index'
import { glue } from '#local/glue/index'
import { s3 } from '#local/s3/index'
import { defineService } from '#local/service/service'
import { createExecutions } from './executions.ts'
import { openLake } from './lake-files.ts'

/** Athena: statements over the tables of Glue, by DuckDB over the same files. */
export const athena = defineService({
  name: 'athena',
  types: {
    'AWS::Athena::WorkGroup': ({ name, property }) => ({
      ref: property('Name') || name,
      attributes: {},
    }),
    // Who is at this machine finds them in docs/analysts.md.
    'AWS::Athena::NamedQuery': byName,
  },
  start(context) {
    const { cloud, dataDir } = context
    const { client } = s3.in(context)
    const executions = createExecutions({
      lake: openLake(client, join(dataDir, 'athena')),
      tables: (database) => glue.in(context).tablesOf(database),
      workGroups: new Map(
        cloud.ofType('AWS::Athena::WorkGroup').map(({ ref, properties }) => {
          const configuration = objectAt(properties, 'WorkGroupConfiguration')
          const results = objectAt(configuration, 'ResultConfiguration')
          return [
            ref,
            {
              mostBytes: numberAt(configuration, 'BytesScannedCutoffPerQuery') ?? null,
              outputLocation: textAt(results, 'OutputLocation'),
            },
          ]
        }),
      ),
    })
    awsApi.in(context).onTarget('AmazonAthena.', executions.answer)
    return { close: executions.close }
  },
})
