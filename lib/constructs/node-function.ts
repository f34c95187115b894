import { join } from 'node:path'
import { Duration, Validations } from 'aws-cdk-lib'
import type { ISecurityGroup, IVpc } from 'aws-cdk-lib/aws-ec2'
import { SubnetType } from 'aws-cdk-lib/aws-ec2'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IDestination, ILayerVersion } from 'aws-cdk-lib/aws-lambda'
import { Architecture, Code, Function as Lambda, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'
import type { FunctionName, Variables } from '#contract/platform/environment'
import { Deployment } from '#lib/settings/deployment'
import { Logs } from './logs.ts'
import { runtimeLayerOf } from './runtime-layer.ts'

export interface Network {
  readonly vpc: IVpc
  readonly functions: ISecurityGroup
}

export interface NodeFunctionProps<F extends FunctionName = FunctionName> {
  readonly name: F
  readonly environment: Variables<F>
  /** @default outside any VPC */
  readonly network?: Network
  /** @default 10 seconds */
  readonly timeout?: Duration
  /** In MB; the share of CPU follows it. @default 512 */
  readonly memorySize?: number
  /** Beside the runtime's. @default none */
  readonly layers?: readonly ILayerVersion[]
  /** Where an asynchronous event goes that failed to the last. @default none */
  readonly onFailure?: IDestination
}

/** One bundled function as Lambda runs it: Node.js 24 on arm64, traced, its log group its own. */
export class NodeFunction<F extends FunctionName = FunctionName> extends Construct {
  readonly lambda: Lambda
  readonly functionName: F

  constructor(scope: Construct, id: string, props: NodeFunctionProps<F>) {
    super(scope, id)
    this.functionName = props.name
    const logGroup = new Logs(this, 'Logs')
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    if (props.network) {
      role.addManagedPolicy(
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole'),
      )
      Validations.of(role).acknowledge({
        id: 'AwsSolutions-IAM4',
        reason: 'AWS keeps the network interface permissions that Lambda needs in a VPC.',
      })
    }
    this.lambda = new Lambda(this, 'Function', {
      description: `Lectern ${props.name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(Deployment.of(this).functionsDist, props.name)),
      layers: [runtimeLayerOf(this), ...(props.layers ?? [])],
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      timeout: props.timeout ?? Duration.seconds(10),
      memorySize: props.memorySize ?? 512,
      environment: { ...props.environment },
      ...(props.network && {
        vpc: props.network.vpc,
        vpcSubnets: { subnetType: SubnetType.PRIVATE_ISOLATED },
        securityGroups: [props.network.functions],
      }),
      ...(props.onFailure && {
        onFailure: props.onFailure,
        retryAttempts: 2,
        maxEventAge: Duration.hours(6),
      }),
    })
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5',
      reason:
        'X-Ray takes no resource, nor do AWS’s descriptions; a log group is its streams, objects are named below a fixed bucket, and a scalable target by AWS.',
    })
  }
}
