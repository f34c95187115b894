import { CustomResource, Stack, Validations } from 'aws-cdk-lib'
import { KeyGroup, PublicKey } from 'aws-cdk-lib/aws-cloudfront'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { generationsOf } from '#lib/constructs/generations'
import { NodeFunction } from '#lib/constructs/node-function'
import { Deployment } from '#lib/settings/deployment'

/**
 * The key pairs behind the signed cookies. The private halves are made inside the function and go to
 * the secret alone; the public halves come back for CloudFront, which takes this generation's and the one
 * before: cookies signed by that live to their end. A public key cannot be changed, so each generation has a
 * resource of its own.
 */
export class SigningKey extends Construct {
  readonly secret: Secret
  /** Which of the secret's keys signs. */
  readonly generation: number
  readonly publicKeyId: string
  readonly keyGroup: KeyGroup

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const { settings, dataRemoval } = Deployment.of(this)
    this.generation = settings.secretsGeneration
    this.secret = new Secret(this, 'Secret', {
      description: 'Lectern signed cookies: { privateKeys }',
      // The function replaces it all; until then it must be JSON without a key.
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'placeholder' },
      removalPolicy: dataRemoval,
    })
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The setting `secretsGeneration` rotates it, with the public keys that CloudFront knows.',
    })
    const maker = new NodeFunction(this, 'Maker', {
      name: 'signing-key',
      environment: { SIGNING_SECRET_ARN: this.secret.secretArn },
    })
    this.secret.grantRead(maker.lambda)
    this.secret.grantWrite(maker.lambda)
    const made = generationsOf(this.generation).map((generation) => {
      const pair = new CustomResource(this, `Pair${generation}`, {
        serviceToken: maker.lambda.functionArn,
        resourceType: 'Custom::LecternSigningKey',
        properties: { Generation: String(generation) },
      })
      pair.node.addDependency(maker)
      const publicKey = new PublicKey(this, `PublicKey${generation}`, {
        encodedKey: pair.getAttString('PublicKey'),
      })
      // The API's stack of the generation before still imports the older one while this is deployed.
      Stack.of(this).exportValue(publicKey.publicKeyId)
      return { pair, publicKey }
    })
    const [newest, before] = made
    if (!newest) throw new Error('There is no generation without a key.')
    // Both write the one secret.
    if (before) newest.pair.node.addDependency(before.pair)
    this.publicKeyId = newest.publicKey.publicKeyId
    this.keyGroup = new KeyGroup(this, 'KeyGroup', {
      items: made.map(({ publicKey }) => publicKey),
    })
  }
}
