import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support/app'
import settings from '../../lectern.settings.ts'

interface Resource {
  readonly Type: string
  readonly DeletionPolicy?: string
  // biome-ignore lint/suspicious/noExplicitAny: templates are as they are
  readonly Properties?: any
}

interface Output {
  readonly Value: object
  readonly Export?: object
}

/** The templates of a stage's own stacks, by name. */
function templatesOf(stage: keyof typeof settings.stages) {
  const { app, account } = testApp(settings.stages[stage])
  app.synth()
  return app.node.children
    .filter((child): child is Stack => Stack.isStack(child) && child !== account)
    .map((stack) => {
      const json = Template.fromStack(stack).toJSON()
      const Resources: Record<string, Resource> = json.Resources
      const Outputs: Record<string, Output> = json.Outputs ?? {}
      return { name: stack.stackName, Resources, Outputs }
    })
}

const dev = templatesOf('dev')
const prod = templatesOf('prod')
const resources = (templates: typeof dev, type: string) =>
  templates.flatMap(({ name, Resources }) =>
    Object.entries(Resources).flatMap(([id, resource]) =>
      resource.Type === type ? [{ name: `${name} ${id}`, id, resource, Resources }] : [],
    ),
  )

describe('of a stage for development nothing is left', () => {
  test('no resource is kept', () => {
    const kept = dev.flatMap(({ name, Resources }) =>
      Object.entries(Resources).flatMap(([id, { DeletionPolicy, Properties }]) =>
        DeletionPolicy === 'Retain' || Properties?.DeletionProtectionEnabled
          ? [`${name} ${id}`]
          : [],
      ),
    )
    expect(kept).toEqual([])
  })

  test('every bucket is emptied, without which it could not be deleted', () => {
    const buckets = resources(dev, 'AWS::S3::Bucket')
    expect(buckets.length).toBeGreaterThanOrEqual(5)
    for (const { name, id, Resources } of buckets) {
      const emptied = Object.values(Resources).some(
        ({ Type, Properties }) =>
          Type === 'Custom::S3AutoDeleteObjects' && Properties.BucketName.Ref === id,
      )
      expect(emptied, name).toBe(true)
    }
  })
})

describe.each([
  ['dev', dev],
  ['prod', prod],
] as const)('the logs of %s', (_, templates) => {
  test('of every function, CDK’s own among them, go to a group of the stack', () => {
    for (const { name, resource, Resources } of resources(templates, 'AWS::Lambda::Function'))
      expect(Resources[resource.Properties.LoggingConfig?.LogGroup?.Ref]?.Type, name).toBe(
        'AWS::Logs::LogGroup',
      )
  })

  test('end: each line by the settings, all of them with their stack', () => {
    const groups = resources(templates, 'AWS::Logs::LogGroup')
    expect(groups.length).toBeGreaterThan(10)
    for (const { name, resource } of groups) {
      expect(resource.Properties.RetentionInDays, name).toBeLessThanOrEqual(90)
      expect(resource.DeletionPolicy, name).toBe('Delete')
    }
  })

  test('of the gateway’s stage too, which makes a group by itself where there is none', () => {
    const [stage] = resources(templates, 'AWS::ApiGateway::Stage')
    const own = resources(templates, 'AWS::Logs::LogGroup').find(({ resource }) =>
      JSON.stringify(resource.Properties.LogGroupName)?.includes('API-Gateway-Execution-Logs_'),
    )
    expect(stage?.resource).toHaveProperty('DependsOn', [own?.id])
  })
})

test('of production, data outlives its stacks', () => {
  for (const type of ['AWS::DynamoDB::Table', 'AWS::Cognito::UserPool'])
    for (const { name, resource } of resources(prod, type))
      expect(resource.DeletionPolicy, name).toBe('Retain')
  const buckets = resources(prod, 'AWS::S3::Bucket').filter(({ id }) => !id.includes('WebBucket'))
  expect(buckets).toHaveLength(5)
  for (const { name, resource } of buckets) expect(resource.DeletionPolicy, name).toBe('Retain')
})

test('uploads and content can be brought back for 30 days, and nothing unseen is kept for longer', () => {
  const versioned = resources(prod, 'AWS::S3::Bucket').filter(
    ({ resource }) => resource.Properties.VersioningConfiguration?.Status === 'Enabled',
  )
  expect(versioned.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
    'ContentBucket',
    'IngestBucket',
  ])
  for (const { resource } of versioned)
    expect(resource.Properties.LifecycleConfiguration.Rules).toEqual(
      expect.arrayContaining([
        { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 30 } },
        { Status: 'Enabled', ExpiredObjectDeleteMarker: true },
        { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
      ]),
    )
})

/** What a release renames or removes. */
const CHANGEABLE = ['AWS::Lambda::Function', 'AWS::Lambda::Alias', 'AWS::SQS::Queue']

test('a function or queue is renamed or removed in one deployment: no stack holds on to another’s', () => {
  const held = prod.flatMap(({ name, Resources, Outputs }) =>
    Object.values(Outputs).flatMap(({ Value, Export }) =>
      Object.entries(Resources).flatMap(([id, { Type }]) =>
        Export && CHANGEABLE.includes(Type) && JSON.stringify(Value).includes(`"${id}"`)
          ? [`${name} ${id}`]
          : [],
      ),
    ),
  )
  expect(held).toEqual([])
  const observability = prod.find(({ name }) => name.endsWith('Observability'))
  expect(JSON.stringify(observability)).not.toContain('Fn::ImportValue')
  expect(JSON.stringify(observability)).toContain('Fn::GetStackOutput')
})
