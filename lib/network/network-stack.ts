import { Stack, type StackProps, Validations } from 'aws-cdk-lib'
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import type { StageSettings } from '../settings/settings.ts'

export interface NetworkStackProps extends StackProps {
  readonly settings: StageSettings
}

/** A VPC with no way out: Valkey, and the functions that use it, reach AWS by endpoints alone. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc
  /** The group of every function in the VPC. */
  readonly functions: SecurityGroup

  constructor(scope: Construct, id: string, props: NetworkStackProps) {
    super(scope, id, props)
    this.vpc = new Vpc(this, 'Vpc', {
      maxAzs: props.settings.availabilityZones,
      natGateways: 0,
      subnetConfiguration: [
        { name: 'isolated', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 20 },
      ],
      gatewayEndpoints: {
        S3: { service: GatewayVpcEndpointAwsService.S3 },
        DynamoDB: { service: GatewayVpcEndpointAwsService.DYNAMODB },
      },
      flowLogs: {
        all: {
          destination: FlowLogDestination.toCloudWatchLogs(
            new LogGroup(this, 'FlowLogs', { retention: props.settings.logRetentionDays }),
          ),
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
}

/** What functions in the VPC call beside S3 and DynamoDB: the signing key, and commands to the media workers. */
const INTERFACES = {
  SecretsManager: InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
  EventBridge: InterfaceVpcEndpointAwsService.EVENTBRIDGE,
}
