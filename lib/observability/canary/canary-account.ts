import { CustomResource, RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import type { CanaryAccount as Account } from '#contract/platform/canary'
import { NodeFunction } from '#lib/constructs/node-function'

/** No mail reaches it: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
const ADDRESS = 'canary@lectern.invalid'

/** A learner for the canary alone, whose password nobody chose and nobody types. */
export class CanaryAccount extends Construct {
  /** Of an `Account`. */
  readonly secret: Secret

  constructor(scope: Construct, id: string, { userPool }: { readonly userPool: IUserPool }) {
    super(scope, id)
    this.secret = new Secret(this, 'Secret', {
      description: 'Lectern: as whom the canary signs in',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: ADDRESS } satisfies Partial<Account>),
        generateStringKey: 'password' satisfies keyof Account,
        passwordLength: 32,
        requireEachIncludedType: true,
        // What a shell or JSON would take for its own.
        excludeCharacters: '"\'\\`$',
      },
      removalPolicy: RemovalPolicy.DESTROY,
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'It opens one course to a learner who is nobody, and is made anew with the canary.',
    })
    const maker = new NodeFunction(this, 'Maker', {
      name: 'canary-account',
      environment: {
        USER_POOL_ID: userPool.userPoolId,
        ACCOUNT_SECRET_ARN: this.secret.secretArn,
      },
    })
    this.secret.grantRead(maker.lambda)
    maker.lambda.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'cognito-idp:AdminCreateUser',
          'cognito-idp:AdminSetUserPassword',
          'cognito-idp:AdminDeleteUser',
        ],
        resources: [userPool.userPoolArn],
      }),
    )
    const learner = new CustomResource(this, 'Learner', {
      serviceToken: maker.lambda.functionArn,
      resourceType: 'Custom::LecternCanaryAccount',
      properties: { Secret: this.secret.secretArn },
    })
    learner.node.addDependency(maker)
  }
}
