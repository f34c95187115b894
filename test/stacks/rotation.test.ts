import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { EDGE_HEADERS } from '#contract/http/edge-headers'
import { testApp } from '#test/support/app'

const GENERATIONS = [1, 2, 3]

const deployments = GENERATIONS.map((secretsGeneration) => {
  const { app, api, edge, media } = testApp({ secretsGeneration })
  app.synth()
  const stacks = app.node.children.filter((child) => Stack.isStack(child))
  return {
    templates: stacks.map((stack) => ({
      name: stack.stackName,
      template: Template.fromStack(stack),
    })),
    api: Template.fromStack(api),
    edge: Template.fromStack(edge),
    media: Template.fromStack(media),
  }
})

const exportsOf = (template: Template): string[] =>
  Object.values(template.findOutputs('*')).flatMap(({ Export }) => (Export ? [Export.Name] : []))

const importsOf = (template: Template): string[] =>
  [...JSON.stringify(template.toJSON()).matchAll(/"Fn::ImportValue":"([^"]+)"/g)].map(
    ([, name = '']) => name,
  )

const numbersIn = (value: unknown, after: RegExp) =>
  [...JSON.stringify(value).matchAll(new RegExp(`${after.source}(\\d)`, 'g'))].map(([, it]) =>
    Number(it),
  )
const generationsIn = (value: unknown) => numbersIn(value, /EdgeSecretGeneration/)

test('no stack takes away what one that is deployed after it still imports', () => {
  for (const [at, { templates }] of deployments.entries()) {
    const before = deployments[at - 1]?.templates ?? []
    const offered = templates.flatMap(({ template }) => exportsOf(template))
    const wanted = before.flatMap(({ template }) => importsOf(template))
    expect(wanted.filter((name) => !offered.includes(name))).toEqual([])
  }
  expect(importsOf(deployments[0]?.edge ?? Template.fromJSON({})).length).toBeGreaterThan(3)
})

test('the API takes the edge’s secret of this generation and of the one before, the edge sends this one', () => {
  for (const [at, { api, edge }] of deployments.entries()) {
    const generation = at + 1
    const [acl] = Object.values(api.findResources('AWS::WAFv2::WebACL'))
    const [rule] = acl?.Properties.Rules ?? []
    expect(generationsIn(rule)).toEqual(generation === 1 ? [1] : [generation, generation - 1])
    const [site] = Object.values(edge.findResources('AWS::CloudFront::Distribution'))
    const headers = site?.Properties.DistributionConfig.Origins.flatMap(
      (origin: { OriginCustomHeaders?: { HeaderName: string }[] }) =>
        origin.OriginCustomHeaders ?? [],
    )
    // To the API's routes, and to what makes pages; for a stage with a firewall, and for one without.
    const { secret, key } = EDGE_HEADERS
    const names = headers.map(({ HeaderName }: { HeaderName: string }) => HeaderName)
    expect(names.toSorted()).toEqual([key, key, secret, secret])
    for (const header of headers) expect(generationsIn(header)).toEqual([generation])
  }
})

test('without a firewall the keys of this generation and of the one before open the stage', () => {
  for (const generation of [1, 2, 3]) {
    const stage = { apiWebAcl: false, secretsGeneration: generation }
    const api = Template.fromStack(testApp(stage).api)
    const keys = Object.entries(api.findResources('AWS::ApiGateway::ApiKey'))
    expect(
      keys.flatMap(([, { Properties }]) => generationsIn(Properties.Value)).toSorted(),
    ).toEqual(generation === 1 ? [1] : [generation - 1, generation])
    const plans = api.findResources('AWS::ApiGateway::UsagePlan')
    const ofPlans = Object.values(api.findResources('AWS::ApiGateway::UsagePlanKey'))
    expect(ofPlans.map(({ Properties }) => Properties.KeyId.Ref).toSorted()).toEqual(
      keys.map(([id]) => id).toSorted(),
    )
    expect(Object.keys(plans)).toHaveLength(1)
    api.resourceCountIs('AWS::WAFv2::WebACL', 0)
    api.resourceCountIs('AWS::WAFv2::WebACLAssociation', 0)
  }
})

test('no template has a secret in it, but where to find it', () => {
  for (const { api, edge } of deployments)
    for (const template of [api, edge])
      expect(JSON.stringify(template.toJSON())).toContain('{{resolve:secretsmanager:')
})

test('CloudFront takes the cookies of this generation’s key and of the one before, the newer signs', () => {
  for (const [at, { api, media }] of deployments.entries()) {
    const generation = at + 1
    const valid = generation === 1 ? [1] : [generation, generation - 1]
    const [group] = Object.values(media.findResources('AWS::CloudFront::KeyGroup'))
    expect(numbersIn(group?.Properties.KeyGroupConfig.Items, /"SigningKeyPublicKey/)).toEqual(valid)
    const pairs = Object.values(media.findResources('Custom::LecternSigningKey'))
    expect(pairs.map(({ Properties }) => Number(Properties.Generation))).toEqual(valid)
    const variables = Object.values(api.findResources('AWS::Lambda::Function'))
      .map(({ Properties }) => Properties.Environment?.Variables ?? {})
      .find(({ SECRETS_GENERATION }) => SECRETS_GENERATION)
    expect(variables.SECRETS_GENERATION).toBe(String(generation))
    expect(numbersIn(variables.SIGNING_KEY_PAIR_ID, /SigningKeyPublicKey/)).toEqual([generation])
  }
})

test('the group and the secrets keep their names, which other stacks hold on to', () => {
  const idsOf = (template: Template, type: string) => Object.keys(template.findResources(type))
  for (const type of ['AWS::CloudFront::KeyGroup', 'AWS::SecretsManager::Secret']) {
    const [first, ...later] = deployments.map(({ media }) => idsOf(media, type))
    expect(first).not.toEqual([])
    for (const ids of later) expect(ids).toEqual(first)
  }
  const keys = deployments.flatMap(({ media }) => idsOf(media, 'AWS::CloudFront::PublicKey'))
  // A public key cannot be changed: that of a generation is the same resource in both of its deployments.
  expect(new Set(keys).size).toBe(GENERATIONS.length)
})
