import { CfnServerlessCache } from 'aws-cdk-lib/aws-elasticache'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import type { Network } from '#lib/constructs/node-function'
import { Deployment } from '#lib/settings/deployment'
import { PORT, READER_PORT, ValkeyDoor } from './valkey-door.ts'
import { ValkeyUser } from './valkey-user.ts'

export interface ServerlessValkeyProps {
  readonly network: Network
  /** The most that it may hold. GB */
  readonly storageGb: number
  readonly ecpuPerSecond: number
}

/**
 * ElastiCache Serverless for Valkey: always a cluster, always over TLS, in each zone of the network.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-serverlesscache.html
 */
export class ServerlessValkey extends Construct {
  readonly form = 'serverless'
  /** What the functions are told of it. */
  readonly place: ValkeyPlace
  /** As CloudWatch knows it. */
  readonly cacheName: string
  readonly storageGb: number
  readonly #user: ValkeyUser

  constructor(scope: Construct, id: string, props: ServerlessValkeyProps) {
    super(scope, id)
    const { network, storageGb, ecpuPerSecond } = props
    const { id: deploymentId, settings } = Deployment.of(this)
    const door = new ValkeyDoor(this, 'Door', { network, ports: [PORT, READER_PORT] })
    this.#user = new ValkeyUser(this, 'User', { form: 'serverless' })
    this.storageGb = storageGb
    // Other subnets are another cache, and while both are there they need two names. In lower case, as tokens have it.
    this.cacheName = `${deploymentId}-${settings.availabilityZones}-zones`
    const cache = new CfnServerlessCache(this, 'Cache', {
      serverlessCacheName: this.cacheName,
      description: 'Lectern application cache',
      engine: 'valkey',
      majorEngineVersion: '8',
      cacheUsageLimits: {
        dataStorage: { maximum: storageGb, unit: 'GB' },
        ecpuPerSecond: { maximum: ecpuPerSecond },
      },
      subnetIds: door.subnetIds,
      securityGroupIds: [door.securityGroupId],
      userGroupId: this.#user.groupId,
    })
    this.place = {
      primary: `${cache.attrEndpointAddress}:${cache.attrEndpointPort}`,
      reader: `${cache.attrReaderEndpointAddress}:${cache.attrReaderEndpointPort}`,
      tls: true,
      isCluster: true,
      user: { id: this.#user.userId, cache: this.cacheName, isServerless: true },
    }
  }

  grantConnect(grantee: IGrantable): void {
    this.#user.grantConnect(grantee, `serverlesscache:${this.cacheName}`)
  }
}
