import { CustomResource, RemovalPolicy, Validations } from 'aws-cdk-lib'
import { KeyGroup, PublicKey } from 'aws-cdk-lib/aws-cloudfront'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { NodeFunction } from '../constructs/node-function.ts'
import type { StageSettings } from '../settings/settings.ts'

/**
 * The key pair behind the signed cookies. The private half is made inside the function and goes to
 * the secret alone; the public half comes back for CloudFront. An update keeps the key.
 */
export class SigningKey extends Construct {
  readonly secret: Secret
  readonly publicKeyId: string
  readonly keyGroup: KeyGroup

  constructor(
    scope: Construct,
    id: string,
    props: { settings: StageSettings; functionsDist: string },
  ) {
    super(scope, id)
    const { settings, functionsDist } = props
    this.secret = new Secret(this, 'Secret', {
      description: 'Lectern signed cookies: { privateKey }',
      // The function replaces it all; until then it must be JSON without a key.
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'placeholder' },
      removalPolicy: settings.retainData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Rotation means a second public key beside the first: a deployment, not a schedule.',
    })
    const maker = new NodeFunction(this, 'Maker', {
      name: 'signing-key',
      environment: { SIGNING_SECRET_ARN: this.secret.secretArn },
      functionsDist,
      logRetentionDays: settings.logRetentionDays,
    })
    this.secret.grantRead(maker.lambda)
    this.secret.grantWrite(maker.lambda)
    const pair = new CustomResource(this, 'Pair', {
      serviceToken: maker.lambda.functionArn,
      resourceType: 'Custom::LecternSigningKey',
    })
    pair.node.addDependency(maker)
    const publicKey = new PublicKey(this, 'PublicKey', {
      encodedKey: pair.getAttString('PublicKey'),
    })
    this.publicKeyId = publicKey.publicKeyId
    this.keyGroup = new KeyGroup(this, 'KeyGroup', { items: [publicKey] })
  }
}
