import { join } from 'node:path'
import { hostOf } from '#local/http/listen'
import { defineService } from '#local/service/service'
import { startValkey } from './server.ts'

/** ElastiCache; nothing where this machine has no Valkey. */
export const valkey = defineService({
  name: 'valkey',
  types: {
    'AWS::ElastiCache::ReplicationGroup': ({ name, ports }) => {
      const [address = '', port = ''] = hostOf(ports.valkey).split(':')
      return {
        ref: name,
        attributes: Object.fromEntries(
          ['PrimaryEndPoint', 'ReaderEndPoint', 'ConfigurationEndPoint'].flatMap((endpoint) => [
            [`${endpoint}.Address`, address],
            [`${endpoint}.Port`, port],
          ]),
        ),
      }
    },
  },
  async start({ ports, dataDir, say }) {
    const server = await startValkey({ port: ports.valkey, dataDir: join(dataDir, 'valkey') })
    if (!server)
      say('There is no valkey-server or redis-server on the PATH: functions cache in memory alone.')
    return server
  },
})
