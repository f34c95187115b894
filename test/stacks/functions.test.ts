import { Template } from 'aws-cdk-lib/assertions'
import { expect, test } from 'vitest'
import { environments } from '#contract/platform/environment'
import { testApp } from '#test/support/app'

const { app, data, identity, media, api, edge, reports, observability } = testApp({
  canary: { course: 'caching' },
  firstAdmin: { email: 'ada@school.example', name: 'Ada Lovelace' },
})
app.synth()

interface LambdaProperties {
  /** Text of ours, or what CDK joins for its own. */
  readonly Description?: string | object
  readonly Runtime: string
  readonly Architectures: string[]
  readonly Environment: { readonly Variables: Record<string, unknown> }
  readonly VpcConfig?: object
}

/** The properties of every function of ours, by its name. */
const functions = new Map(
  [data, identity, media, api, edge, reports, observability].flatMap((stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Function')).flatMap(
      ({ Properties }: { Properties?: LambdaProperties }) =>
        typeof Properties?.Description === 'string' && Properties.Description.startsWith('Lectern ')
          ? [[Properties.Description.replace('Lectern ', ''), Properties] as const]
          : [],
    ),
  ),
)

test('every function of the contract is deployed, on Node.js 24 and arm64', () => {
  expect([...functions.keys()].sort()).toEqual(Object.keys(environments).sort())
  for (const { Runtime, Architectures } of functions.values()) {
    expect(Runtime).toBe('nodejs24.x')
    expect(Architectures).toEqual(['arm64'])
  }
})

/** As CloudFormation would join it, with a figure for what AWS alone knows. */
const asDeployed = (value: unknown): string => {
  if (typeof value === 'string') return value
  const parts: unknown = Object(value)['Fn::Join']?.[1]
  return Array.isArray(parts) ? parts.map(asDeployed).join('') : '1'
}

test.each(Object.entries(environments))(
  '%s finds what its environment declares, and no more',
  (name, schemaOf) => {
    const schema = schemaOf()
    const variables = functions.get(name)?.Environment.Variables ?? {}
    expect(Object.keys(variables).sort()).toEqual(Object.keys(schema.shape).sort())
    const known = Object.entries(variables).map(([key, value]) => [key, asDeployed(value)])
    expect(schema.safeParse(Object.fromEntries(known)).error).toBeUndefined()
  },
)

test('whoever reads Valkey is in the network, and nobody else', () => {
  const readers = [...functions].filter(([, { Environment }]) => 'VALKEY' in Environment.Variables)
  const inside = [...functions].filter(([, { VpcConfig }]) => VpcConfig !== undefined)
  expect(readers.length).toBeGreaterThan(0)
  expect(inside.map(([name]) => name)).toEqual(readers.map(([name]) => name))
})

test('no function may scan the table', () => {
  for (const stack of [data, media, api, edge])
    expect(JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'))).not.toMatch(
      /dynamodb:(Scan|\*)/,
    )
})

test('every worker keeps what it could not handle', () => {
  for (const [stack, workers, queued] of [
    [data, 2, 0],
    [media, 6, 5],
    [edge, 1, 1],
  ] as const) {
    const template = Template.fromStack(stack)
    // A queued worker has a queue beside its dead letters, and one more waits for the content team's notices.
    const queues = workers + queued + (stack === media ? 1 : 0)
    template.resourceCountIs('AWS::SQS::Queue', queues)
    template.resourceCountIs('AWS::Lambda::EventInvokeConfig', workers - queued)
  }
})
