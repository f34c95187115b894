import { awsApi } from '#local/aws-api/index'
import { startThread } from '#local/children/thread'
import { cognito } from '#local/cognito/index'
import { lambda } from '#local/lambda/index'
import { defineService } from '#local/service/service'
import type { GatewayThreadData } from './gateway-worker.ts'
import { apiOf } from './start-api.ts'

/** API Gateway: the REST API and its stage, in a thread with the environments of its functions. */
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
    'AWS::ApiGateway::ApiKey': ({ id }) => ({ ref: id(10), attributes: { APIKeyId: id(10) } }),
    'AWS::ApiGateway::UsagePlan': ({ id }) => ({ ref: id(6), attributes: { Id: id(6) } }),
    'AWS::ApiGateway::UsagePlanKey': ({ id }) => ({ ref: id(16), attributes: { Id: id(16) } }),
  },
  async start(context) {
    const { issuer, clientId } = cognito.in(context)
    const { functions, calls } = lambda.in(context)
    const thread = await startThread({
      name: 'The gateway',
      entry: new URL('./gateway-worker.ts', import.meta.url),
      data: {
        api: apiOf(context.cloud),
        port: context.ports.gateway,
        functions,
        dataDir: context.dataDir,
        issuer,
        clientId,
      } satisfies GatewayThreadData,
      onDeath: context.fail,
    })
    awsApi.in(context).onPath('/local/calls', async (_, response) => {
      const all = [calls.until(), await thread.ask('calls')]
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(all))
    })
    return {
      url: thread.url,
      /** Loads environments of the API's functions until each has its provisioned concurrency. */
      warm: () => thread.ask('warm'),
      /** Gives one of them another provisioned concurrency. */
      provision: (name: string, count: number) =>
        thread.ask('provision', JSON.stringify({ name, count })),
      close: thread.close,
    }
  },
})
