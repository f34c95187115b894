// Run as a thread: the gateway, with the environments of the functions that it calls.
import { join } from 'node:path'
import { z } from 'zod'
import { serveThread } from '#local/children/serve-thread'
import { embeddedMetrics } from '#local/cloudwatch/embedded-metrics'
import { measuredOf } from '#local/cloudwatch/gateway-metrics'
import { keepMetrics } from '#local/cloudwatch/kept-metrics'
import { openTokens, verifyIdToken } from '#local/cognito/tokens'
import { sumCalls } from '#local/lambda/count-calls'
import type { LambdaFunction } from '#local/lambda/function'
import { createLambdaRunner } from '#local/lambda/runner'
import { openLogs } from '#local/service/logs'
import { type DeclaredApi, startApi } from './start-api.ts'

export interface GatewayThreadData {
  readonly api: DeclaredApi
  readonly port: number
  readonly functions: readonly LambdaFunction[]
  readonly dataDir: string
  readonly issuer: string
  readonly clientId: string
}

/** What `provision` is asked. */
const Provisioned = z.object({ name: z.string(), count: z.number() })

await serveThread<GatewayThreadData>(
  async ({ api, port, functions, dataDir, issuer, clientId }) => {
    const logs = openLogs(join(dataDir, 'logs'))
    const calls = sumCalls()
    const metrics = keepMetrics(dataDir, 'gateway')
    const runner = createLambdaRunner({
      functions,
      log: (name, line) => {
        logs.write(name, line)
        metrics.add(embeddedMetrics(line))
      },
      count: calls.add,
    })
    const tokens = openTokens(join(dataDir, 'cognito'), issuer)
    const gateway = await startApi({
      api,
      port,
      invoke: runner.invokeText,
      onAnswer: (answer) => metrics.add(measuredOf(api.countedAs, answer)),
      verifyToken: async (token) => verifyIdToken(tokens, clientId, token),
    })
    return {
      url: gateway.url,
      answers: {
        calls: calls.until,
        warm: runner.warm,
        provision: (asked) => {
          const { name, count } = Provisioned.parse(JSON.parse(asked))
          return runner.provision(name, count)
        },
        async close() {
          await gateway.close()
          await runner.close()
          metrics.close()
          await logs.close()
        },
      },
    }
  },
)
