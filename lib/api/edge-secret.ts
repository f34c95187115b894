import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Construct } from 'constructs'
import { generationsOf } from '#lib/constructs/generations'

/**
 * What the site's edge proves itself with to the API. The templates hold a reference, which CloudFormation
 * resolves. Of the generation and the one before, both are let in: the API's stack is deployed first, and the
 * edge's locations take some minutes to send the new one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html
 */
export class EdgeSecret extends Construct {
  /** What the edge sends. */
  readonly sent: string
  /** What the API takes, by generation. */
  readonly taken: Readonly<Record<number, string>>

  constructor(scope: Construct, id: string, props: { generation: number }) {
    super(scope, id)
    const generations = generationsOf(props.generation)
    const secrets = generations.map((generation) => {
      const secret = new Secret(this, `Generation${generation}`, {
        description: `Lectern: what the edge shows the API, generation ${generation}`,
        generateSecretString: { passwordLength: 48, excludePunctuation: true },
        removalPolicy: RemovalPolicy.DESTROY,
      })
      Validations.of(secret).acknowledge({
        id: 'AwsSolutions-SMG4',
        reason:
          'The setting `secretsGeneration` rotates it, with the edge and the API that know it.',
      })
      // The edge's stack of the generation before still imports the older one while this is deployed.
      Stack.of(this).exportValue(secret.secretArn)
      return [generation, secret.secretValue.unsafeUnwrap()] as const
    })
    this.sent = secrets[0]?.[1] ?? ''
    this.taken = Object.fromEntries(secrets)
  }
}
