import { Annotations, Aws, CfnOutput, Stack, Validations } from 'aws-cdk-lib'
import {
  AccountRecovery,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  UserPool,
  UserPoolDomain,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'
import { FirstAdmin } from './first-admin.ts'

/** Who people are: the user pool, its groups for the site's roles, and the hosted sign-in. */
export class IdentityStack extends Stack {
  readonly userPool: UserPool
  /** OpenID Connect issuer of the tokens. */
  readonly issuer: string
  /** The hosted sign-in's origin. */
  readonly loginUrl: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const deployment = Deployment.of(this)
    const { retainData, mail, firstAdmin } = deployment.settings
    this.userPool = new UserPool(this, 'Users', {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      // Others read a teacher's name, so there must be one: without it, an address would stand there. What
      // is required is settled when a pool is made
      // (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html).
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      ...(mail && {
        email: UserPoolEmail.withSES({
          fromEmail: mail.from,
          fromName: mail.name,
          sesVerifiedDomain: mail.verifiedDomain,
          sesRegion: mail.sesRegion ?? this.region,
        }),
      }),
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: retainData,
      removalPolicy: deployment.dataRemoval,
    })
    Validations.of(this.userPool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'A second factor is each person’s choice; schools turn it on for all by setting.',
      },
      {
        id: 'AwsSolutions-COG3',
        reason: 'Threat protection costs by user; the gateway’s firewall limits guessing.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'The Plus plan costs by user and is not needed for what Lectern uses.',
      },
    )
    if (retainData && !mail)
      Annotations.of(this.userPool).addWarningV2(
        'lectern:mail',
        'Cognito’s own sender stops at 50 mails a day, sign-ups and forgotten passwords together. Set `mail` in lectern.settings.ts: docs/operations.md#mail',
      )
    const group = this.userPool.addGroup('Admins', { groupName: 'admin', precedence: 1 })
    this.userPool.addGroup('Authors', { groupName: 'author', precedence: 2 })
    if (firstAdmin)
      new FirstAdmin(this, 'FirstAdmin', {
        userPool: this.userPool,
        group,
        person: firstAdmin,
      })
    const domainPrefix = `${deployment.id}-${Aws.ACCOUNT_ID}`
    new UserPoolDomain(this, 'Login', {
      userPool: this.userPool,
      cognitoDomain: { domainPrefix },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    })
    this.issuer = this.userPool.userPoolProviderUrl
    this.loginUrl = `https://${domainPrefix}.auth.${this.region}.amazoncognito.com`
    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId })
  }
}
