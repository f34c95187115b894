import { CustomResource } from 'aws-cdk-lib'
import type { IUserPool, UserPoolGroup } from 'aws-cdk-lib/aws-cognito'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { NodeFunction } from '#lib/constructs/node-function'
import type { StageSettings } from '#lib/settings/settings'

export interface FirstAdminProps {
  readonly userPool: IUserPool
  /** The group of administrators. */
  readonly group: UserPoolGroup
  readonly person: NonNullable<StageSettings['firstAdmin']>
}

/**
 * Somebody who may make others administrators and authors. By a function of ours: CloudFormation's own
 * resource for a user fails where the person signed up before, and deletes them with itself.
 */
export class FirstAdmin extends Construct {
  constructor(scope: Construct, id: string, props: FirstAdminProps) {
    super(scope, id)
    const { userPool, group, person } = props
    const maker = new NodeFunction(this, 'Maker', {
      name: 'first-admin',
      environment: { USER_POOL_ID: userPool.userPoolId },
    })
    maker.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminGetUser',
          'cognito-idp:AdminAddUserToGroup',
        ],
        resources: [userPool.userPoolArn],
      }),
    )
    const admin = new CustomResource(this, 'Admin', {
      serviceToken: maker.lambda.functionArn,
      resourceType: 'Custom::LecternFirstAdmin',
      properties: { Email: person.email, Name: person.name },
    })
    admin.node.addDependency(maker, group)
  }
}
