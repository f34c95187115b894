import type { Cloud } from '#local/assembly/cloud'
import { numberAt, objectAt } from '#local/assembly/json'
import { firewallBefore } from '#local/firewall/index'
import type { LambdaRunner } from '#local/lambda/runner'
import { keepTokens } from './known-tokens.ts'
import { type Gateway, type GatewayOptions, startGateway } from './server.ts'

/** The stacks' REST API and its stage, in front of the functions. */
export function startApi(options: {
  cloud: Cloud
  port: number
  invoke: LambdaRunner['invokeText']
  verifyToken: GatewayOptions['verifyToken']
}): Promise<Gateway> {
  const { cloud, port, invoke, verifyToken } = options
  const [api] = cloud.ofType('AWS::ApiGateway::RestApi')
  const [stage] = cloud.ofType('AWS::ApiGateway::Stage')
  if (!api || !stage) throw new Error('The stacks have no REST API with a stage to serve.')
  return startGateway({
    port,
    body: objectAt(api.properties, 'Body'),
    minimumCompressionSize: numberAt(api.properties, 'MinimumCompressionSize'),
    stage: stage.properties,
    invoke,
    firewall: firewallBefore(cloud, `/restapis/${api.ref}/stages/${stage.ref}`),
    verifyToken: keepTokens(verifyToken),
  })
}
