import { Aws, Duration, Size, Validations } from 'aws-cdk-lib'
import {
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  type MethodDeploymentOptions,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway'
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import type { IUserPool } from 'aws-cdk-lib/aws-cognito'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import { allRoutes } from '#contract/routes'
import { Logs } from '#lib/constructs/logs'
import { Deployment } from '#lib/settings/deployment'
import type { StageSettings } from '#lib/settings/settings'
import { AccessLog } from './access-log.ts'
import type { ApiFunctions } from './api-functions.ts'
import { gatewayDocument } from './gateway-document.ts'

/** The stage's name, and so the first segment of every address: `/api/courses`. */
const STAGE_NAME = 'api'

export interface RestApiProps {
  readonly functions: ApiFunctions
  readonly userPool: IUserPool
}

/** The contract as a REST API: validation, sign-in and cache as its routes declare them. */
export class RestApi extends SpecRestApi {
  /** How long requests took, in milliseconds; not those that join the parts of an upload. */
  readonly responseTime: Metric
  /** Requests answered 429. */
  readonly refused: Metric

  constructor(scope: Construct, id: string, props: RestApiProps) {
    const { functions, userPool } = props
    const { settings, title: restApiName } = Deployment.of(scope)
    const uriOf = (arn: string) =>
      `arn:${Aws.PARTITION}:apigateway:${Aws.REGION}:lambda:path/2015-03-31/functions/${arn}/invocations`
    const document = gatewayDocument({
      integrationUri: (service) => uriOf(functions.byService[service].live.functionArn),
      pagesUri: uriOf(functions.pages.live.functionArn),
      userPoolArn: userPool.userPoolArn,
      asksForKey: !settings.apiWebAcl,
    })
    const accessLog = new AccessLog(scope, 'AccessLog')
    super(scope, id, {
      // CloudWatch counts by it.
      restApiName,
      apiDefinition: ApiDefinition.fromInline({
        ...document,
        info: { ...document.info, title: restApiName },
      }),
      endpointTypes: [EndpointType.REGIONAL],
      // The account's stack has it.
      cloudWatchRole: false,
      // CloudFront compresses only what it may keep, so the gateway does, by gzip. No answer has a secret in its
      // body beside what a caller wrote, which its length could tell; cookies are headers.
      minCompressionSize: Size.bytes(COMPRESS_FROM_BYTES),
      deployOptions: {
        stageName: STAGE_NAME,
        tracingEnabled: true,
        ...ofEveryMethod(settings),
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: accessLog.format,
        cacheClusterEnabled: settings.api.cacheSizeGb !== null,
        cacheClusterSize: settings.api.cacheSizeGb ?? undefined,
        cachingEnabled: false,
        methodOptions: settings.api.cacheSizeGb === null ? {} : cachedMethods(settings),
      },
    })
    this.responseTime = accessLog.responseTime
    this.refused = accessLog.refused
    // API Gateway would make this group by itself, for ever.
    this.deploymentStage.node.addDependency(
      new Logs(scope, 'ExecutionLog', {
        logGroupName: `API-Gateway-Execution-Logs_${this.restApiId}/${STAGE_NAME}`,
      }),
    )
    for (const { live } of [...Object.values(functions.byService), functions.pages])
      live.addPermission('Gateway', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: this.arnForExecuteApi('*', '/*', STAGE_NAME),
      })
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-APIG2',
        reason: 'The document itself turns validation on for every route.',
      },
      {
        id: 'AwsSolutions-APIG4',
        reason: 'Catalogue routes are public by contract; every other one has the authorizer.',
      },
      {
        id: 'AwsSolutions-COG4',
        reason: 'Catalogue routes are public by contract; every other one has the authorizer.',
      },
    )
  }
}

/** Below it, compressing saves less than a packet. */
const COMPRESS_FROM_BYTES = 1_000

const ofEveryMethod = ({ api }: StageSettings): MethodDeploymentOptions => ({
  metricsEnabled: api.metricsByRoute,
  loggingLevel: MethodLoggingLevel.ERROR,
  dataTraceEnabled: false,
  throttlingRateLimit: api.requestsPerSecond,
  throttlingBurstLimit: api.burst,
})

/**
 * A route without `cache` in the contract is never cached, so nothing personal can be. What is set for one
 * method takes the place of all that is set for the stage, and so repeats it.
 */
const cachedMethods = (settings: StageSettings): Record<string, MethodDeploymentOptions> =>
  Object.fromEntries(
    allRoutes.flatMap(({ path, method, cache }) =>
      cache
        ? [
            [
              `${path}/${method}`,
              {
                ...ofEveryMethod(settings),
                cachingEnabled: true,
                cacheTtl: Duration.seconds(cache.seconds),
                cacheDataEncrypted: true,
              },
            ],
          ]
        : [],
    ),
  )
