import { Validations } from 'aws-cdk-lib'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'

/**
 * What addresses of videos in published lessons are sealed with. It has no generations and is kept as long as what is
 * published: with another one those videos play only after their courses are published again. An address of members'
 * asks for the signed cookie of its prefix too; below `previews/` whoever has this secret can open any video.
 */
export class SealSecret extends Secret {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Lectern: seals the addresses of videos in published lessons',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: Deployment.of(scope).dataRemoval,
    })
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new one takes every video of every published course away until it is published again.',
    })
  }
}
