import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { getSignedCookies } from '@aws-sdk/cloudfront-signer'
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'
import type { StageSettingsInput } from '#lib/settings/settings'
import type { Cloud } from '#local/assembly/cloud'
import { objectAt, textAt } from '#local/assembly/json'
import { openCloud } from '#local/cloud/open-cloud'
import type { ByteRange, StoredObject } from '#local/edge/answers/origin'
import { siteOf, startSite } from '#local/edge/start-site'
import { apiOf, startApi } from '#local/gateway/start-api'
import { portsFrom } from '#local/http/ports'
import { openSecrets } from '#local/secrets/store'
import { makeSecrets } from '#local/secrets/template-secrets'
import { testApp } from './app.ts'
import type { EdgeSecrets } from './lms.ts'

export interface LocalSite {
  /** The edge's. */
  readonly url: string
  /** The gateway's, around the edge. */
  readonly gatewayUrl: string
  /** What its edge trusts. */
  readonly secrets: EdgeSecrets
  /** The header `cookie` that opens a course's content for a minute. */
  cookiesFor(courseId: string): string
  /** As CloudFront's invalidation does. */
  invalidate(pathPattern: string): void
  close(): Promise<void>
}

/** The stacks' edge, firewall and gateway on this machine, with functions of the test's own behind them. */
export async function startLocalSite(options: {
  stage?: StageSettingsInput
  invoke: (event: APIGatewayProxyEvent, functionArn: string) => Promise<APIGatewayProxyResult>
  /** What every bucket has, by key. */
  /** What every bucket has, by its own store. */
  read?: (key: string, range?: ByteRange) => Promise<StoredObject | null>
  objects?: Readonly<Record<string, { text: string; contentType: string; cacheControl?: string }>>
}): Promise<LocalSite> {
  const { objects = {} } = options
  const { app } = testApp(options.stage)
  app.synth()
  const dataDir = await mkdtemp(join(tmpdir(), 'lectern-site-'))
  const secrets = openSecrets(join(dataDir, 'secrets.json'))
  const cloud = openCloud(app.outdir, portsFrom(1))
  makeSecrets(cloud, secrets)
  const { privateKey, publicKey: PublicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  for (const pair of cloud.ofType('Custom::LecternSigningKey'))
    cloud.answer(pair, 'pair', { PublicKey })
  const gateway = await startApi({
    api: apiOf(cloud),
    port: 0,
    invoke: async (functionArn, event) =>
      JSON.stringify(await options.invoke(JSON.parse(event), functionArn)),
    // Every token that begins so is its own person's.
    verifyToken: async (token) => {
      if (!token.startsWith('good-')) throw new Error('This token is not to be believed.')
      return { sub: token }
    },
  })
  const read = async (key: string) => {
    const object = objects[key]
    if (!object) return null
    const bytes = Buffer.from(object.text)
    return {
      metadata: {
        ...object,
        size: bytes.length,
        etag: `etag-${key}`,
        lastModified: new Date('2026-01-01T00:00:00Z'),
      },
      stream: Readable.from([bytes], { objectMode: false }),
    }
  }
  const edge = await startSite({
    site: siteOf(cloud),
    port: 0,
    store: { read: (_, key, range) => (options.read ?? read)(key, range) },
    gatewayUrl: gateway.url,
  })
  const [key] = cloud.ofType('AWS::CloudFront::PublicKey')
  const keyPairId = key?.ref ?? ''
  return {
    secrets: { privateKey, keyPairId, sealSecret: sealSecretOf(cloud) },
    url: edge.url,
    gatewayUrl: gateway.url,
    invalidate: edge.invalidate,
    cookiesFor: (courseId) => {
      const until = Math.floor(Date.now() / 1000) + 60
      const cookies = getSignedCookies({
        keyPairId,
        privateKey,
        policy: JSON.stringify({
          Statement: [
            {
              Resource: `https://${new URL(edge.url).host}/content/${courseId}/*`,
              Condition: { DateLessThan: { 'AWS:EpochTime': until } },
            },
          ],
        }),
      })
      return Object.entries(cookies)
        .map(([name, value]) => `${name}=${value}`)
        .join('; ')
    },
    close: async () => {
      await edge.close()
      await gateway.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const sealSecretOf = (cloud: Cloud): string =>
  cloud
    .ofType('AWS::Lambda::Function')
    .map(({ properties }) =>
      textAt(objectAt(objectAt(properties, 'Environment'), 'Variables'), 'SEAL_SECRET'),
    )
    .find((secret) => secret !== '') ?? ''
