import { Fn, Stack, Validations } from 'aws-cdk-lib'
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2'
import type { Construct } from 'constructs'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'

/** A VPC with no way out: Valkey, and the functions that use it, reach AWS by endpoints alone. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc
  /** The group of every function in the VPC. */
  readonly functions: SecurityGroup

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.vpc = new Vpc(this, 'Vpc', {
      maxAzs: Deployment.of(this).settings.availabilityZones,
      natGateways: 0,
      // Nothing is ever in the default group; to empty it takes a function of CDK's at every deployment.
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
      ],
      gatewayEndpoints: {
        S3: { service: GatewayVpcEndpointAwsService.S3 },
        DynamoDB: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      },
      flowLogs: {
        all: {
          destination: FlowLogDestination.toCloudWatchLogs(new Logs(this, 'FlowLogs')),
        },
      },
    })
    this.functions = new SecurityGroup(this, 'Functions', {
      vpc: this.vpc,
      description: 'Lectern functions that use Valkey',
    })
    for (const [id, service] of Object.entries(INTERFACES))
      Validations.of(this.vpc.addInterfaceEndpoint(id, { service })).acknowledge({
        id: 'AwsSolutions-EC23',
        reason: 'Open to addresses of this VPC alone, which has no way in from outside.',
      })
  }

  /**
   * The region's first zones, whichever account deploys: by itself the CDK counts two where it is told of no
   * account, and asks AWS where it is. https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.Stack.html
   */
  override get availabilityZones(): string[] {
    const { availabilityZones: length } = Deployment.of(this).settings
    return Array.from({ length }, (_, zone) => Fn.select(zone, Fn.getAzs()))
  }
}

/** What functions in the VPC call beside S3 and DynamoDB: the signing key, and commands to the media workers. */
const INTERFACES = {
  SecretsManager: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  EventBridge: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
}
