import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { StageSettingsInput } from '#lib/settings/settings'
import { createCloud } from '#local/assembly/cloud'
import { loadAssembly } from '#local/assembly/load'
import { openSecrets } from '#local/aws-endpoints/secrets'
import { ensureSecrets, resolveSecrets } from '#local/aws-endpoints/template-secrets'
import { startApi } from '#local/start/start-api'
import { startSite } from '#local/start/start-site'
import { testApp } from './app.ts'

export interface LocalSite {
  /** The edge's. */
  readonly url: string
  /** The gateway's, around the edge. */
  readonly gatewayUrl: string
  close(): Promise<void>
}

/** The stacks' edge, firewall and gateway on this machine, with functions of the test's own behind them. */
export async function startLocalSite(options: {
  stage?: StageSettingsInput
  invoke: (event: APIGatewayProxyEvent, functionArn: string) => Promise<APIGatewayProxyResult>
}): Promise<LocalSite> {
  const { app } = testApp(options.stage)
  app.synth()
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-site-'))
  const secrets = openSecrets(join(dataDir, 'secrets.json'))
  const cloud = createCloud(
    loadAssembly(app.outdir),
    { siteHost: '127.0.0.1:1', valkeyHost: '127.0.0.1', valkeyPort: 1 },
    (text) => resolveSecrets(text, secrets),
  )
  ensureSecrets(cloud, secrets)
  const gateway = await startApi({
    cloud,
    port: 0,
    invoke: async (functionArn, event) =>
      JSON.parse(JSON.stringify(await options.invoke(event as APIGatewayProxyEvent, functionArn))),
    // Every token that begins so is its own person's.
    verifyToken: async (token) => {
      if (!token.startsWith('good-')) throw new Error('This token is not to be believed.')
      return { sub: token }
    },
  })
  const edge = await startSite({
    cloud,
    port: 0,
    store: { read: async () => null },
    gatewayUrl: gateway.url,
  })
  return {
    url: edge.url,
    gatewayUrl: gateway.url,
    close: async () => {
      await edge.close()
      await gateway.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
