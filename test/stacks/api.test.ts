import { Match, Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { services } from '#contract/http/route'
import { allRoutes } from '#contract/routes'
import { importable } from '#lib/api/gateway-document'
import { publicPaths } from '#lib/api/public-paths'
import { targets } from '#lib/settings/targets'
import { testApp } from '#test/support/app'

const { app, api } = testApp()
app.synth()
const template = Template.fromStack(api)

interface GatewayOperation {
  readonly security: readonly object[]
  readonly 'x-amazon-apigateway-integration': {
    readonly type: string
    readonly uri: unknown
    readonly cacheKeyParameters?: readonly string[]
  }
}

const body: {
  paths: Record<string, Record<string, GatewayOperation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
} = Object.values(template.findResources('AWS::ApiGateway::RestApi'))[0]?.Properties.Body

const operationOf = (path: string, method: string) => body.paths[path]?.[method.toLowerCase()]

test.each(allRoutes)(
  '$method $path calls the alias of its function',
  ({ path, method, service }) => {
    const integration = operationOf(path, method)?.['x-amazon-apigateway-integration']
    expect(integration?.type).toBe('aws_proxy')
    expect(JSON.stringify(integration?.uri).toLowerCase()).toContain(`functions${service}live`)
  },
)

test('every route that is not public needs a token of the user pool', () => {
  for (const { path, method, access } of allRoutes)
    expect(operationOf(path, method)?.security, `${method} ${path}`).toEqual(
      access === 'public' ? [] : [{ idToken: [] }],
    )
  expect(body.components.securitySchemes.idToken).toMatchObject({
    'x-amazon-apigateway-authtype': 'cognito_user_pools',
  })
})

test('the stage caches what the contract says, for its time and by all its keys, and nothing else', () => {
  const settings: { CachingEnabled?: boolean; ResourcePath: string; CacheTtlInSeconds?: number }[] =
    Object.values(template.findResources('AWS::ApiGateway::Stage'))[0]?.Properties.MethodSettings
  const cached = settings.filter(({ CachingEnabled }) => CachingEnabled)
  const declared = allRoutes.filter(({ cache }) => cache)
  expect(cached.map(({ CacheTtlInSeconds }) => CacheTtlInSeconds)).toEqual(
    declared.map(({ cache }) => cache?.seconds),
  )
  expect(settings.find(({ ResourcePath }) => ResourcePath === '/*')?.CachingEnabled).toBe(false)
  for (const { access, cache } of declared) {
    expect(access).toBe('public')
    expect(cache?.seconds).toBeGreaterThanOrEqual(targets.gatewayCacheSeconds.min)
    expect(cache?.seconds).toBeLessThanOrEqual(targets.gatewayCacheSeconds.max)
  }
  expect(
    operationOf('/courses', 'GET')?.['x-amazon-apigateway-integration'].cacheKeyParameters,
  ).toEqual(['cursor', 'limit', 'published'].map((name) => `method.request.querystring.${name}`))
})

test('only the gateway may call the aliases', () => {
  // Of the services, and of what makes pages; a schedule calls a worker, which has no alias.
  const onAliases = Object.values(template.findResources('AWS::Lambda::Permission')).filter(
    ({ Properties }) => 'Ref' in Properties.FunctionName,
  )
  expect(onAliases).toHaveLength(services.length + 1)
  for (const { Properties } of onAliases)
    expect(Properties).toMatchObject({
      Principal: 'apigateway.amazonaws.com',
      SourceArn: expect.anything(),
    })
})

test('the models have names that API Gateway takes', () => {
  for (const name of Object.keys(body.components.schemas)) expect(name).toMatch(/^[A-Za-z0-9]+$/)
})

test('a request’s schema loses what API Gateway would misread, and keeps properties of that name', () => {
  const schema = {
    type: 'object',
    properties: {
      default: { type: 'string', default: 'x' },
      assetId: { type: 'string', nullable: true },
      width: { type: 'integer', minimum: 0, exclusiveMinimum: true },
    },
  }
  expect(importable(schema)).toEqual({
    type: 'object',
    properties: {
      default: { type: 'string' },
      assetId: {},
      width: { type: 'integer', minimum: 0 },
    },
  })
})

test('a firewall stands before the stage', () => {
  // An article may say what an attack would.
  const counted = ['CrossSiteScripting_BODY', 'GenericLFI_BODY', 'EC2MetaDataSSRF_BODY'].map(
    (Name) => Match.objectLike({ Name, ActionToUse: { Count: {} } }),
  )
  template.hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'REGIONAL',
    Rules: Match.arrayWith([
      Match.objectLike({
        Statement: {
          ManagedRuleGroupStatement: Match.objectLike({
            RuleActionOverrides: Match.arrayWith(counted),
          }),
        },
      }),
    ]),
  })
  template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1)
})

test('teaching sees that a file of the content is missing, which without the list is a refusal', () => {
  const policies = template.findResources('AWS::IAM::Policy', {
    Properties: {
      PolicyName: Match.stringLikeRegexp('Teaching'),
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: 's3:ListBucket' })]),
      },
    },
  })
  expect(Object.keys(policies)).toHaveLength(1)
})

test('the firewall refuses first what is not the edge’s, counts viewers by the edge’s word, and says 429', () => {
  const [acl] = Object.values(template.findResources('AWS::WAFv2::WebACL'))
  const rules: { Name: string; Priority: number; Action?: unknown; Statement: unknown }[] =
    acl?.Properties.Rules
  expect(rules.map(({ Name, Priority }) => `${Priority} ${Name}`)).toEqual([
    '0 edge-alone',
    '1 rate',
    '2 flood',
    '3 common',
  ])
  for (const rule of rules.slice(1, 3)) {
    expect(rule).toMatchObject({
      Action: {
        Block: {
          CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: 'too_many_requests' },
        },
      },
      Statement: {
        RateBasedStatement: {
          AggregateKeyType: 'CUSTOM_KEYS',
          CustomKeys: [{ Header: { Name: EDGE_HEADERS.viewer } }],
        },
      },
    })
    expect(JSON.stringify(rule)).not.toMatch(/forwarded/i)
  }
  // AWS WAF takes 512 characters of an expression.
  expect(publicPaths().length).toBeLessThan(512)
})

test('no answer of the gateway’s own passes for a refusal of a function’s', () => {
  const unasked = Object.values<{ responseTemplates: Record<string, string> }>(
    (body as unknown as Record<string, Record<string, never>>)[
      'x-amazon-apigateway-gateway-responses'
    ] ?? {},
  )
    .map(({ responseTemplates }) => JSON.parse(responseTemplates['application/json'] ?? '{}').error)
    .filter(({ code }) => code === 'forbidden' || code === 'not_found')
  expect(unasked.length).toBeGreaterThan(3)
  for (const { requestId } of unasked) expect(requestId).toBe('')
})

test.each(allRoutes)('$method $path is counted as its access says', ({ path, access }) => {
  const expression = new RegExp(publicPaths())
  const isPublic = allRoutes.some((route) => route.path === path && route.access === 'public')
  expect(expression.test(path.replace(/\{[^}]+\}/g, 'x1'))).toBe(isPublic)
  if (access === 'public') expect(isPublic).toBe(true)
})

const ofStage = (of: Template): Record<string, unknown>[] =>
  Object.values(of.findResources('AWS::ApiGateway::Stage'))[0]?.Properties.MethodSettings

test('a cached method keeps the throttle, the log and the metrics of the stage, which its own replace', () => {
  for (const metricsByRoute of [false, true]) {
    const other = testApp({ api: { metricsByRoute, requestsPerSecond: 321, burst: 123 } })
    const settings = ofStage(Template.fromStack(other.api))
    expect(settings).toHaveLength(1 + allRoutes.filter(({ cache }) => cache).length)
    for (const one of settings)
      expect(one).toMatchObject({
        ThrottlingRateLimit: 321,
        ThrottlingBurstLimit: 123,
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        MetricsEnabled: metricsByRoute,
      })
  }
})

test('answers are compressed by the gateway, since CloudFront does so only with what it keeps', () => {
  template.hasResourceProperties('AWS::ApiGateway::RestApi', { MinimumCompressionSize: 1_000 })
})
