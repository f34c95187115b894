import { Validations } from 'aws-cdk-lib'
import { Port, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2'
import { CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache'
import { Construct } from 'constructs'
import type { ValkeyPlace } from '#contract/platform/valkey-place'
import type { Network } from '#lib/constructs/node-function'
import { Deployment } from '#lib/settings/deployment'

const PORT = 6379

/** ElastiCache for Valkey: a primary and replicas in several zones, with failover, over TLS. */
export class Valkey extends Construct {
  /** What the functions are told of it. */
  readonly place: ValkeyPlace
  /** Its nodes, as CloudWatch knows them. */
  readonly nodeIds: readonly string[]

  constructor(scope: Construct, id: string, props: { network: Network }) {
    super(scope, id)
    const { network } = props
    const { nodeType, replicas } = Deployment.of(this).settings.valkey
    const group = new SecurityGroup(this, 'Group', {
      vpc: network.vpc,
      description: 'Lectern Valkey',
      allowAllOutbound: false,
    })
    group.addIngressRule(network.functions, Port.tcp(PORT), 'Lectern functions')
    const subnets = new CfnSubnetGroup(this, 'Subnets', {
      description: 'Lectern Valkey',
      subnetIds: network.vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_ISOLATED }).subnetIds,
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
      securityGroupIds: [group.securityGroupId],
      port: PORT,
    })
    Validations.of(replication).acknowledge({
      id: 'AwsSolutions-AEC6',
      reason: 'Its group lets in Lectern’s functions alone, over TLS, in a VPC with no way in.',
    })
    this.nodeIds = Array.from(
      { length: 1 + replicas },
      (_, at) => `${replication.ref}-${String(at + 1).padStart(3, '0')}`,
    )
    this.place = {
      primary: `${replication.attrPrimaryEndPointAddress}:${replication.attrPrimaryEndPointPort}`,
      reader: `${replication.attrReaderEndPointAddress}:${replication.attrReaderEndPointPort}`,
      tls: true,
      isCluster: false,
      user: null,
    }
  }
}
