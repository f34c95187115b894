import { cognito } from '#local/cognito/index'
import { lambda } from '#local/lambda/index'
import { defineService } from '#local/service/service'
import { startApi } from './start-api.ts'

/** API Gateway: the REST API and its stage. */
export const gateway = defineService({
  name: 'gateway',
  types: {
    'AWS::ApiGateway::RestApi': ({ id }) => ({
      ref: id(10),
      attributes: { RestApiId: id(10), RootResourceId: id(9) },
    }),
    'AWS::ApiGateway::Deployment': ({ id }) => ({
      ref: id(6),
      attributes: { DeploymentId: id(6) },
    }),
    'AWS::ApiGateway::Stage': ({ property }) => ({ ref: property('StageName'), attributes: {} }),
  },
  start: (context) =>
    startApi({
      cloud: context.cloud,
      port: context.ports.gateway,
      invoke: lambda.in(context).runner.invokeText,
      verifyToken: cognito.in(context).verifyToken,
    }),
})
