import { Port, SecurityGroup, SubnetType } from 'aws-cdk-lib/aws-ec2'
import type { Construct } from 'constructs'
import type { Network } from '#lib/constructs/node-function'

/** For writes, and on nodes for reads too. */
export const PORT = 6379
/** Where a serverless cache answers from replicas. https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ReadWriteEndpoint.html */
export const READER_PORT = 6380

/** Lets in the functions of the network, and lets nothing out. */
export class ValkeyDoor extends SecurityGroup {
  /** Of the same network. */
  readonly subnetIds: string[]

  constructor(scope: Construct, id: string, props: { network: Network; ports: readonly number[] }) {
    const { network, ports } = props
    super(scope, id, {
      vpc: network.vpc,
      description: 'Lectern Valkey',
      allowAllOutbound: false,
    })
    for (const port of ports)
      this.addIngressRule(network.functions, Port.tcp(port), 'Lectern functions')
    this.subnetIds = network.vpc.selectSubnets({
      subnetType: SubnetType.PRIVATE_ISOLATED,
    }).subnetIds
  }
}
