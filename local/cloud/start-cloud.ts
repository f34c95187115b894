import { join } from 'node:path'
import { createCloud } from '#local/assembly/cloud'
import { REGION } from '#local/assembly/identifiers'
import { loadAssembly } from '#local/assembly/load'
import { createLocaliser } from '#local/assembly/localise'
import { startAwsEndpoints } from '#local/aws-api/server'
import { accounts } from '#local/cognito/demo-accounts'
import { startIdentity } from '#local/cognito/start-identity'
import { deployBuckets } from '#local/custom-resources/bucket-deployment'
import { runCustomResources } from '#local/custom-resources/run'
import { startDynamo } from '#local/dynamo/engine'
import { startTables } from '#local/dynamo/start-tables'
import { createInvalidations } from '#local/edge/invalidations'
import type { Edge } from '#local/edge/server'
import { startSite } from '#local/edge/start-site'
import { createEventBus } from '#local/events/event-bus'
import { startApi } from '#local/gateway/start-api'
import { createAsyncInvoker } from '#local/lambda/asynchronous'
import { functionsOf } from '#local/lambda/function'
import { createLambdaRunner } from '#local/lambda/runner'
import { createSurroundings, credentials, urlOf } from '#local/lambda/surroundings'
import type { FfmpegTools } from '#local/media-convert/find-ffmpeg'
import { startMediaConvert } from '#local/media-convert/server'
import { openDeadLetters } from '#local/queues/dead-letters'
import { startQueues } from '#local/queues/start-queues'
import { startBuckets } from '#local/s3/start-buckets'
import { openSecrets } from '#local/secrets/store'
import { ensureSecrets, resolveSecrets } from '#local/secrets/template-secrets'
import type { Closing } from '#local/service/closing'
import { openLogs } from '#local/service/logs'
import type { Ports } from '#local/service/ports'
import { startValkey } from '#local/valkey/server'
import type { Endpoints } from './endpoints.ts'

/** CloudFront's take a minute or two; nobody waits for that here. */
const INVALIDATION_MILLISECONDS = 2_000

/** Starts every part of the assembly's cloud, each after the ones it needs. */
export async function startCloud(options: {
  assembly: string
  dataDir: string
  ports: Ports
  tools: FfmpegTools
  closing: Closing
  say: (line: string) => void
}): Promise<Endpoints> {
  const { dataDir, ports, tools, closing, say } = options
  const logs = closing.add(openLogs(join(dataDir, 'logs')))
  const note = (line: string) => logs.write('cloud', `${new Date().toISOString()} ${line}`)
  const siteHost = `127.0.0.1:${ports.site}`
  const localise = createLocaliser({
    siteHost,
    issuerBase: urlOf(ports.cognito),
    s3Url: urlOf(ports.s3),
  })
  const secrets = openSecrets(join(dataDir, 'secrets.json'))
  const cloud = createCloud(
    loadAssembly(options.assembly),
    { siteHost, valkeyHost: '127.0.0.1', valkeyPort: ports.valkey },
    (text) => resolveSecrets(localise(text), secrets),
  )
  ensureSecrets(cloud, secrets)
  const deadLetters = openDeadLetters(join(dataDir, 'dead-letters.jsonl'), (line) => {
    note(line)
    console.error(line)
  })

  const dynamo = closing.add(
    await startDynamo({ port: ports.dynamo, file: join(dataDir, 'dynamo', 'lectern.sqlite') }),
  )
  const valkey = await startValkey({ port: ports.valkey, dataDir: join(dataDir, 'valkey') })
  if (valkey) closing.add(valkey)
  else
    say('There is no valkey-server or redis-server on the PATH: functions cache in memory alone.')

  const functions = functionsOf(cloud, createSurroundings(ports, valkey !== undefined))
  const runner = closing.add(createLambdaRunner({ functions, log: logs.write }))
  const tables = closing.add(await startTables(cloud, dynamo))
  const invoker = closing.add(createAsyncInvoker({ functions, runner, deadLetters }))
  const queues = closing.add(startQueues({ cloud, dataDir, deadLetters }))
  const bus = closing.add(createEventBus({ cloud, invoker, queues, log: note }))

  const s3 = closing.add(
    await startBuckets({ cloud, port: ports.s3, dataDir, publish: bus.publish }),
  )
  const mediaConvert = closing.add(
    await startMediaConvert({
      port: 0,
      s3: { endpoint: s3.url, region: REGION, credentials: { ...credentials } },
      workDir: join(dataDir, 'media-convert'),
      ...tools,
      publish: bus.publish,
    }),
  )
  const [distribution] = cloud.ofType('AWS::CloudFront::Distribution')
  let edge: Edge | undefined
  const awsEndpoints = closing.add(
    await startAwsEndpoints({
      port: ports.aws,
      secrets,
      mediaConvertUrl: () => mediaConvert.url,
      publish: bus.publish,
      changeVisibility: queues.changeVisibility,
      invalidations: createInvalidations((distributionId, path) => {
        if (distributionId !== distribution?.ref) return false
        edge?.invalidate(path)
        return true
      }, INVALIDATION_MILLISECONDS),
    }),
  )
  const identity = closing.add(
    await startIdentity({ cloud, port: ports.cognito, dataDir, siteUrl: urlOf(ports.site) }),
  )
  await runCustomResources({ cloud, runner, endpoints: awsEndpoints, log: note })
  await deployBuckets(cloud, s3.client, localise)
  queues.deliver(runner, note)
  tables.deliverStreams({
    runner,
    deadLetters,
    checkpointDir: join(dataDir, 'streams'),
    log: note,
  })

  const gateway = closing.add(
    await startApi({
      cloud,
      port: ports.gateway,
      invoke: runner.invoke,
      verifyToken: identity.verifyToken,
    }),
  )
  const site = closing.add(
    await startSite({ cloud, port: ports.site, store: s3.store, gatewayUrl: gateway.url }),
  )
  edge = site
  void runner.warm().catch((error) => note(`Warming the functions failed: ${error}`))

  const teaching = functions.find(
    (fn) => fn.environment.INGEST_BUCKET && fn.environment.CONTENT_BUCKET,
  )
  return {
    webUrl: site.url,
    apiUrl: `${site.url}/api`,
    openApiUrl: `${site.url}/api/openapi.json`,
    s3Endpoint: s3.url,
    dynamoEndpoint: dynamo.url,
    region: REGION,
    ...credentials,
    ingestBucket: teaching?.environment.INGEST_BUCKET ?? '',
    contentBucket: teaching?.environment.CONTENT_BUCKET ?? '',
    cognitoEndpoint: identity.url,
    userPoolId: identity.userPoolId,
    userPoolClientId: identity.clientId,
    issuer: identity.issuer,
    accounts,
  }
}
