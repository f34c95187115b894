import { Validations } from 'aws-cdk-lib'
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import type { Network } from '#lib/constructs/node-function'
import { PORT, ValkeyDoor } from './valkey-door.ts'
import { ValkeyUser } from './valkey-user.ts'

export interface ValkeyNodesProps {
  readonly network: Network
  readonly nodeType: string
  readonly replicas: number
}

/** ElastiCache for Valkey on nodes: a primary and replicas in several zones, with failover, over TLS. */
export class ValkeyNodes extends Construct {
  readonly form = 'nodes'
  readonly nodeType: string
  /** What the functions are told of it. */
  readonly place: ValkeyPlace
  /** Its nodes, as CloudWatch knows them. */
  readonly nodeIds: readonly string[]
  readonly #id: string
  readonly #user: ValkeyUser

  constructor(scope: Construct, id: string, props: ValkeyNodesProps) {
    super(scope, id)
    const { network, nodeType, replicas } = props
    this.nodeType = nodeType
    const door = new ValkeyDoor(this, 'Door', { network, ports: [PORT] })
    this.#user = new ValkeyUser(this, 'User', { form: 'nodes' })
    const subnets = new CfnSubnetGroup(this, 'Subnets', {
      description: 'Lectern Valkey',
      subnetIds: door.subnetIds,
    })
    const replication = new CfnReplicationGroup(this, 'Replication', {
      replicationGroupDescription: 'Lectern application cache',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: nodeType,
      numNodeGroups: 1,
      replicasPerNodeGroup: replicas,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      transitEncryptionEnabled: true,
      atRestEncryptionEnabled: true,
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [door.securityGroupId],
      userGroupIds: [this.#user.groupId],
      port: PORT,
    })
    Validations.of(replication).acknowledge({
      id: 'AwsSolutions-AEC6',
      reason: 'It knows one password for everybody; here users sign in, by IAM.',
    })
    this.#id = replication.ref
    this.nodeIds = Array.from(
      { length: 1 + replicas },
      (_, at) => `${replication.ref}-${String(at + 1).padStart(3, '0')}`,
    )
    this.place = {
      primary: `${replication.attrPrimaryEndPointAddress}:${replication.attrPrimaryEndPointPort}`,
      reader: `${replication.attrReaderEndPointAddress}:${replication.attrReaderEndPointPort}`,
      tls: true,
      isCluster: false,
      user: { id: this.#user.userId, cache: replication.ref, isServerless: false },
    }
  }

  grantConnect(grantee: IGrantable): void {
    this.#user.grantConnect(grantee, `replicationgroup:${this.#id}`)
  }
}
