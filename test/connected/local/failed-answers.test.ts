import { createServer } from 'node:http'
import { Template } from 'aws-cdk-lib/assertions'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import type { JsonObject } from '#local/assembly/json'
import { startEdge } from '#local/edge/server'
import { testApp } from '#test/support/app'

const API = 'api.execute-api.us-east-1.amazonaws.com'
const config: JsonObject = {
  Origins: [{ Id: 'api', DomainName: API }],
  DefaultCacheBehavior: {
    TargetOriginId: 'api',
    // Managed policy: CachingDisabled.
    CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
    // AllViewerExceptHostHeader.
    OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'arn:api-request' }],
  },
}

let ownErrors: JsonObject['CustomErrorResponses']
let apiRequest: string
beforeAll(() => {
  const { app, edge } = testApp()
  app.synth()
  const template = Template.fromStack(edge)
  const [site] = Object.values(template.findResources('AWS::CloudFront::Distribution'))
  ownErrors = site?.Properties.DistributionConfig.CustomErrorResponses
  apiRequest = Object.values(template.findResources('AWS::CloudFront::Function'))
    .map(({ Properties }) => String(Properties.FunctionCode))
    .filter((code) => code.includes(EDGE_HEADERS.host) && !code.includes('pageFor'))
    .join()
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** An edge before an API that fails for Ada with her name, and tells others who asked for which host. */
const startBoth = async (distributionConfig: JsonObject, status: number) => {
  const api = createServer(({ headers }, response) => {
    const who = headers.authorization ?? 'nobody'
    response
      .writeHead(who === 'Ada' ? status : 200, { 'cache-control': 'no-store' })
      .end(`${who} at ${headers[EDGE_HEADERS.host]}`)
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  const address = api.address()
  const port = typeof address === 'object' ? address?.port : 0
  const edge = await startEdge({
    port: 0,
    distributionConfig,
    functionCode: () => apiRequest,
    cachePolicies: {},
    originRequestPolicies: {},
    responseHeadersPolicies: {},
    keyGroups: {},
    origin: () => ({ kind: 'http', url: `http://127.0.0.1:${port}` }),
  })
  closing.push(edge.close, () => new Promise((resolve) => api.close(resolve)))
  const { host } = new URL(edge.url)
  const ask = async (authorization: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${edge.url}/api/me`, { headers: { authorization, ...headers } })
    return { status: answer.status, text: await answer.text() }
  }
  return { host, ask }
}

test.each([500, 502, 503, 504])(
  'CloudFront gives a %i to the next who asks, whatever `no-store` says, where it is not told otherwise',
  async (status) => {
    const { ask, host } = await startBoth(config, status)
    expect(await ask('Ada')).toEqual({ status, text: `Ada at ${host}` })
    expect(await ask('Eve')).toEqual({ status, text: `Ada at ${host}` })
  },
)

test.each([400, 401, 403, 404, 409, 429, 500, 502, 503, 504])(
  'nobody is given the %i of another by our own distribution',
  async (status) => {
    const { ask, host } = await startBoth(
      { ...config, CustomErrorResponses: ownErrors ?? [] },
      status,
    )
    expect((await ask('Ada')).status).toBe(status)
    expect(await ask('Eve')).toEqual({ status: 200, text: `Eve at ${host}` })
  },
)

test('the API is told which host the browser asked, and not what the browser says of it', async () => {
  const { ask, host } = await startBoth(config, 500)
  const answer = await ask('Eve', { [EDGE_HEADERS.host]: 'elsewhere.example.org' })
  expect(answer.text).toBe(`Eve at ${host}`)
})
