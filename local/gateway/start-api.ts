import type { Cloud } from '#local/assembly/cloud'
import { type JsonObject, numberAt, objectAt } from '#local/assembly/json'
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
    webAcl: webAclBefore(cloud, `/restapis/${api.ref}/stages/${stage.ref}`),
  }
}

/** Serves it in front of the functions. */
export function startApi(options: {
  api: DeclaredApi
  port: number
  invoke: LambdaRunner['invokeText']
  verifyToken: GatewayOptions['verifyToken']
}): Promise<Gateway> {
  const { api, port, invoke, verifyToken } = options
  const { webAcl, ...declared } = api
  return startGateway({
    ...declared,
    port,
    invoke,
    firewall: webAcl && createFirewall(webAcl),
    verifyToken: keepTokens(verifyToken),
  })
}
