import type { APIGatewayProxyResult } from 'aws-lambda'
import type { Cloud } from '../assembly/cloud.ts'
import { isObject, type Json, objectAt } from '../assembly/json.ts'
import { type Gateway, type GatewayOptions, startGateway } from '../gateway/server.ts'
import type { LambdaRunner } from '../lambda/runner.ts'

/** The stacks' REST API and its stage, in front of the functions. */
export function startApi(options: {
  cloud: Cloud
  port: number
  runner: LambdaRunner
  verifyToken: GatewayOptions['verifyToken']
}): Promise<Gateway> {
  const { cloud, port, runner, verifyToken } = options
  const [api] = cloud.ofType('AWS::ApiGateway::RestApi')
  const [stage] = cloud.ofType('AWS::ApiGateway::Stage')
  if (!api || !stage) throw new Error('The stacks have no REST API with a stage to serve.')
  return startGateway({
    port,
    body: objectAt(api.properties, 'Body'),
    stage: stage.properties,
    invoke: async (functionArn, event) => {
      const result = await runner.invoke(functionArn, event)
      if (!isProxyResult(result))
        throw new Error(`${functionArn} answered without a status code, which API Gateway refuses.`)
      return result
    },
    verifyToken,
  })
}

const isProxyResult = (value: Json): value is Json & APIGatewayProxyResult =>
  isObject(value) && typeof value.statusCode === 'number'
