import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { arn } from '#local/assembly/identifiers'
import { clientSettings } from '#local/service/clients'
import { defineService } from '#local/service/service'
import { findEngine, startDynamo } from './engine.ts'
import { startTables } from './start-tables.ts'

/** DynamoDB, its tables and what their streams are read by. */
export const dynamo = defineService({
  name: 'dynamo',
  types: {
    'AWS::DynamoDB::Table': ({ name, property }) => {
      const table = property('TableName') || name
      const tableArn = arn('dynamodb', `table/${table}`)
      return { ref: table, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/local` } }
    },
  },
  requires: async () => findEngine(),
  async start({ cloud, ports, dataDir, fail }) {
    const engine = await startDynamo({
      port: ports.dynamo,
      file: join(dataDir, 'dynamo', 'lectern.sqlite'),
    })
    engine.onDeath(fail)
    const client = new DynamoDBClient(clientSettings(engine.url))
    const streamsClient = new DynamoDBStreamsClient(clientSettings(engine.url))
    const tables = await startTables({ cloud, client, file: engine.file }).catch(async (error) => {
      await engine.close()
      throw error
    })
    return {
      url: engine.url,
      streams: tables.streams,
      streamsClient,
      async close() {
        tables.close()
        client.destroy()
        streamsClient.destroy()
        await engine.close()
      },
    }
  },
})
