import { join } from 'node:path'
import type { Cloud } from '#local/assembly/cloud'
import { arn, type Identify } from '#local/assembly/identifiers'
import { textAt } from '#local/assembly/json'
import { hostOf } from '#local/http/listen'
import { defineService } from '#local/service/service'
import { startValkey, type ValkeyForm } from './server.ts'

const NODES = 'AWS::ElastiCache::ReplicationGroup'
const SERVERLESS = 'AWS::ElastiCache::ServerlessCache'
const USER = 'AWS::ElastiCache::User'

/** ElastiCache; nothing where the stacks have none, or this machine has no Valkey. */
export const valkey = defineService({
  name: 'valkey',
  types: {
    [NODES]: ({ name, ports }) => ({
      ref: name,
      attributes: {
        ...endpoint('PrimaryEndPoint', ports.valkey),
        ...endpoint('ReaderEndPoint', ports.valkeyReader),
      },
    }),
    [SERVERLESS]: ({ property, ports }) => ({
      ref: property('ServerlessCacheName'),
      attributes: {
        ...endpoint('Endpoint', ports.valkey),
        ...endpoint('ReaderEndpoint', ports.valkey),
      },
    }),
    [USER]: named('UserId', 'user'),
    'AWS::ElastiCache::UserGroup': named('UserGroupId', 'usergroup'),
  },
  async start({ cloud, ports, dataDir, say }) {
    const form = formOf(cloud)
    if (!form) return undefined
    const server = await startValkey({
      port: ports.valkey,
      readerPort: ports.valkeyReader,
      dataDir: join(dataDir, 'valkey'),
      form,
    })
    if (!server)
      say('There is no valkey-server or redis-server on the PATH: functions cache in memory alone.')
    return server
  },
})

function endpoint(name: string, port: number): Record<string, string> {
  const [address = ''] = hostOf(port).split(':')
  return { [`${name}.Address`]: address, [`${name}.Port`]: `${port}` }
}

function named(by: string, kind: string): Identify {
  return ({ property }) => {
    const id = property(by)
    return { ref: id, attributes: { Arn: arn('elasticache', `${kind}:${id}`) } }
  }
}

function formOf(cloud: Cloud): ValkeyForm | null {
  const isCluster = cloud.ofType(SERVERLESS).length > 0
  if (!isCluster && cloud.ofType(NODES).length === 0) return null
  const users = cloud.ofType(USER).map(({ properties }) => ({
    name: textAt(properties, 'UserName'),
    access: textAt(properties, 'AccessString'),
  }))
  return { isCluster, users }
}
