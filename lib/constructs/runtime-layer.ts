import { join } from 'node:path'
import { Stack } from 'aws-cdk-lib'
import { Architecture, Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { Deployment } from '#lib/settings/deployment'

const ID = 'RuntimeLayer'

/**
 * The third-party code that functions share, mounted at `/opt`. Each stack declares it for its own functions:
 * a version's ARN changes with its content, and CloudFormation does not change an export that is in use.
 * A version that is replaced serves the functions that still name it.
 * https://docs.aws.amazon.com/lambda/latest/api/API_DeleteLayerVersion.html
 */
export const runtimeLayerOf = (scope: Construct): LayerVersion => {
  const stack = Stack.of(scope)
  const declared = stack.node.tryFindChild(ID)
  if (declared instanceof LayerVersion) return declared
  return new LayerVersion(stack, ID, {
    description: 'Lectern runtime: the third-party code of its functions',
    code: Code.fromAsset(join(Deployment.of(scope).functionsDist, '../layers/runtime')),
    compatibleRuntimes: [Runtime.NODEJS_24_X],
    compatibleArchitectures: [Architecture.ARM_64],
  })
}
