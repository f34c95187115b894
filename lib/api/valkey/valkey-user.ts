import { Aws } from 'aws-cdk-lib'
import { CfnUser, CfnUserGroup } from 'aws-cdk-lib/aws-elasticache'
import type { IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { VALKEY_RIGHTS } from '#contract/platform/valkey-place'
import { allow } from '#lib/media/media-rights'
import { Deployment } from '#lib/settings/deployment'

/**
 * The functions as Valkey knows them: they sign in by IAM, and may send the commands that they send, on their
 * own keys. The group has nobody else, so the user `default`, as whom everybody comes who does not sign in, is off.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export class ValkeyUser extends Construct {
  readonly userId: string
  readonly groupId: string
  readonly #arn: string

  constructor(scope: Construct, id: string, props: { form: 'serverless' | 'nodes' }) {
    super(scope, id)
    // While one form takes the other's place both are there, and an id is given once.
    const name = `${Deployment.of(this).id}-${props.form}`
    // Who signs in by IAM has one id and name, in lower case:
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
    const user = new CfnUser(this, 'User', {
      engine: 'valkey',
      userId: name,
      userName: name,
      authenticationMode: { Type: 'iam' },
      accessString: ACCESS,
    })
    const group = new CfnUserGroup(this, 'Group', {
      engine: 'valkey',
      userGroupId: name,
      userIds: [user.ref],
    })
    this.userId = name
    this.groupId = group.ref
    this.#arn = user.attrArn
  }

  /** Signing in takes the right to the cache, and to the user. */
  grantConnect(grantee: IGrantable, cache: `${'replicationgroup' | 'serverlesscache'}:${string}`) {
    for (const resource of [
      `arn:${Aws.PARTITION}:elasticache:${Aws.REGION}:${Aws.ACCOUNT_ID}:${cache}`,
      this.#arn,
    ])
      allow(grantee, ['elasticache:Connect'], resource)
  }
}

const ACCESS = [
  'on',
  `~${VALKEY_RIGHTS.keys}`,
  'resetchannels',
  '-@all',
  ...VALKEY_RIGHTS.commands.map((command) => `+${command}`),
].join(' ')
