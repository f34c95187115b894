import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Cloud } from '#local/assembly/cloud'
import { functionNameOf } from '#local/assembly/identifiers'
import { numberAt, objectAt, textAt } from '#local/assembly/json'
import { layersOf } from './layers.ts'

/** A Lambda function as the templates declare it. */
export interface LambdaFunction {
  readonly name: string
  readonly arn: string
  /** The bundle's entry file. */
  readonly file: string
  /** The folders of its layers, in their order. */
  readonly layers: readonly string[]
  /** The exported name. */
  readonly handler: string
  readonly timeoutSeconds: number
  readonly memoryMegabytes: number
  readonly environment: Readonly<Record<string, string>>
  /** Environments kept warm, from the alias's provisioned concurrency. */
  readonly provisioned: number
  /** How long and how often an asynchronous event is tried again. */
  readonly asynchronous: AsyncLimits
}

interface AsyncLimits {
  readonly retries: number
  readonly maxAgeSeconds: number
}

/** What Lambda does without an event invoke config. */
const DEFAULT_LIMITS: AsyncLimits = { retries: 2, maxAgeSeconds: 6 * 3600 }

/** The functions whose bundles are ours: CDK's own helpers are not run. */
export function functionsOf(
  cloud: Cloud,
  surroundings: (template: Readonly<Record<string, string>>) => Record<string, string>,
): LambdaFunction[] {
  const provisioned = provisionedByFunction(cloud)
  const limits = limitsByFunction(cloud)
  return cloud.ofType('AWS::Lambda::Function').flatMap((resource): LambdaFunction[] => {
    const { properties } = resource
    const bundle = cloud.assets.get(textAt(objectAt(properties, 'Code'), 'S3Key'))
    const [module = 'index', handler = 'handler'] = textAt(properties, 'Handler').split('.')
    if (!bundle) return []
    const file = join(bundle, `${module}.mjs`)
    if (!existsSync(file)) return []
    const name = resource.ref
    const variables = Object.fromEntries(
      Object.entries(objectAt(objectAt(properties, 'Environment'), 'Variables')).map(
        ([key, value]) => [key, String(value)],
      ),
    )
    return [
      {
        name,
        arn: resource.attributes.Arn ?? name,
        file,
        layers: layersOf(cloud, { name, bundle, properties }),
        handler,
        timeoutSeconds: numberAt(properties, 'Timeout') ?? 3,
        memoryMegabytes: numberAt(properties, 'MemorySize') ?? 128,
        environment: { ...surroundings(variables), AWS_LAMBDA_FUNCTION_NAME: name },
        provisioned: provisioned.get(name) ?? 0,
        asynchronous: limits.get(name) ?? DEFAULT_LIMITS,
      },
    ]
  })
}

function provisionedByFunction(cloud: Cloud): Map<string, number> {
  const found = new Map<string, number>()
  for (const { properties } of cloud.ofType('AWS::Lambda::Alias')) {
    const own = numberAt(
      objectAt(properties, 'ProvisionedConcurrencyConfig'),
      'ProvisionedConcurrentExecutions',
    )
    found.set(functionNameOf(textAt(properties, 'FunctionName')), own ?? 0)
  }
  for (const { properties } of cloud.ofType('AWS::ApplicationAutoScaling::ScalableTarget')) {
    const name = textAt(properties, 'ResourceId').match(/^function:([^:]+)/)?.[1]
    if (name)
      found.set(name, Math.max(found.get(name) ?? 0, numberAt(properties, 'MinCapacity') ?? 0))
  }
  return found
}

function limitsByFunction(cloud: Cloud): Map<string, AsyncLimits> {
  return new Map(
    cloud.ofType('AWS::Lambda::EventInvokeConfig').map(({ properties }) => [
      functionNameOf(textAt(properties, 'FunctionName')),
      {
        retries: numberAt(properties, 'MaximumRetryAttempts') ?? DEFAULT_LIMITS.retries,
        maxAgeSeconds:
          numberAt(properties, 'MaximumEventAgeInSeconds') ?? DEFAULT_LIMITS.maxAgeSeconds,
      },
    ]),
  )
}
