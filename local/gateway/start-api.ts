import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, listAt, numberAt, objectAt, textAt } from '#local/assembly/json'
import { type Answered, type CountedAs, countedAs } from '#local/cloudwatch/gateway-metrics'
import { createFirewall } from '#local/firewall/firewall'
import { webAclBefore } from '#local/firewall/index'
import type { LambdaRunner } from '#local/lambda/runner'
import { keepTokens } from './known-tokens.ts'
import { type Gateway, type GatewayOptions, startGateway } from './server.ts'

/** The stacks' REST API with its stage, as plain data. */
export interface DeclaredApi {
  readonly body: JsonObject
  readonly minimumCompressionSize: number | undefined
  readonly stage: JsonObject
  /** What stands before the stage. */
  readonly webAcl: JsonObject | undefined
  /** Keys of its usage plans. */
  readonly apiKeys: readonly string[]
  readonly countedAs: CountedAs
}

export function apiOf(cloud: Cloud): DeclaredApi {
  const [api] = cloud.ofType('AWS::ApiGateway::RestApi')
  const [stage] = cloud.ofType('AWS::ApiGateway::Stage')
  if (!api || !stage) throw new Error('The stacks have no REST API with a stage to serve.')
  const { properties } = api
  return {
    body: objectAt(properties, 'Body'),
    minimumCompressionSize: numberAt(properties, 'MinimumCompressionSize'),
    stage: stage.properties,
    apiKeys: keysOf(cloud, api.ref),
    countedAs: countedAs(cloud, properties),
    webAcl: webAclBefore(cloud, `/restapis/${api.ref}/stages/${stage.ref}`),
  }
}

/** Those of the plans that name the API, if they are enabled. */
function keysOf(cloud: Cloud, apiId: string): string[] {
  const plans = cloud
    .ofType('AWS::ApiGateway::UsagePlan')
    .filter(({ properties }) =>
      listAt(properties, 'ApiStages').some((stage) => textAt(stage, 'ApiId') === apiId),
    )
    .map(({ ref }) => ref)
  const ids = cloud
    .ofType('AWS::ApiGateway::UsagePlanKey')
    .filter(({ properties }) => plans.includes(textAt(properties, 'UsagePlanId')))
    .map(({ properties }) => textAt(properties, 'KeyId'))
  return cloud
    .ofType('AWS::ApiGateway::ApiKey')
    .filter(({ ref, properties }) => ids.includes(ref) && textAt(properties, 'Enabled') === 'true')
    .map(({ properties }) => textAt(properties, 'Value'))
}

/** Serves it in front of the functions. */
export function startApi(options: {
  api: DeclaredApi
  port: number
  invoke: LambdaRunner['invokeText']
  verifyToken: GatewayOptions['verifyToken']
  onAnswer?: (answered: Answered) => void
}): Promise<Gateway> {
  const { api, port, invoke, verifyToken, onAnswer } = options
  const { webAcl, countedAs: _, ...declared } = api
  return startGateway({
    ...declared,
    port,
    invoke,
    onAnswer,
    firewall: webAcl && createFirewall(webAcl),
    verifyToken: keepTokens(verifyToken),
  })
}
