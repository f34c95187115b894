import type { APIGatewayProxyResult } from 'aws-lambda'
import type { Cloud } from '#local/assembly/cloud'
import { isObject, type Json, numberAt, objectAt } from '#local/assembly/json'
import { firewallBefore } from '#local/firewall/index'
import type { LambdaRunner } from '#local/lambda/runner'
import { type Gateway, type GatewayOptions, startGateway } from './server.ts'

/** The stacks' REST API and its stage, in front of the functions. */
export function startApi(options: {
  cloud: Cloud
  port: number
  invoke: LambdaRunner['invoke']
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
    invoke: async (functionArn, event) => {
      const result = await invoke(functionArn, event)
      if (!isProxyResult(result))
        throw new Error(`${functionArn} answered without a status code, which API Gateway refuses.`)
      return result
    },
    firewall: firewallBefore(cloud, `/restapis/${api.ref}/stages/${stage.ref}`),
    verifyToken,
  })
}

const isProxyResult = (value: Json): value is Json & APIGatewayProxyResult =>
  isObject(value) && typeof value.statusCode === 'number'
