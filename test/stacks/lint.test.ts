import { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { GLOBAL_NAMES } from '#lib/constructs/name-by-region'
import type { StageSettingsInput } from '#lib/settings/settings'
import { testApp } from '#test/support/app'
import { type CloudFormationTemplate, lintTemplate } from '#test/support/lint-template'
import settings from '../../lectern.settings.ts'

const REGIONS = ['us-east-1', 'eu-west-1']
/** The stages, and what neither of them has. */
const STAGES = {
  ...settings.stages,
  serverless: {
    valkey: { form: 'serverless' },
    apiWebAcl: false,
    canary: { course: 'caching' },
  },
} satisfies Record<string, StageSettingsInput>

/** A stage's templates as a region deploys them. */
function templatesOf(stage: keyof typeof STAGES, region: string) {
  const { app } = testApp(STAGES[stage])
  app.synth()
  const stacks = app.node.children.filter((child) => Stack.isStack(child))
  return stacks.map((stack): [string, CloudFormationTemplate] => [
    stack.stackName,
    inRegion(Template.fromStack(stack).toJSON(), region),
  ])
}

/** With the region's name wherever the template asks for it. */
function inRegion(template: object, region: string): CloudFormationTemplate {
  const text = JSON.stringify(template).replaceAll('{"Ref":"AWS::Region"}', `"${region}"`)
  return JSON.parse(text)
}

const valueAt = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => Object.getOwnPropertyDescriptor(at ?? {}, name)?.value, value)

/** A name of text, or of texts that the template joins. */
const textOf = (name: unknown): string => {
  const parts = valueAt(name, 'Fn::Join.1')
  return Array.isArray(parts) ? parts.join('') : String(name)
}

/** Everything that is named for the whole account. */
const globalNames = (templates: ReturnType<typeof templatesOf>) =>
  templates.flatMap(([, { Resources }]) =>
    Object.values(Resources).flatMap(({ Type, Properties }) =>
      [...(GLOBAL_NAMES[Type] ?? []), ...(NAMED_BY_CLOUDFORMATION[Type] ?? [])].flatMap((path) => {
        const name = valueAt(Properties, path)
        return name === undefined ? [] : [{ what: `${Type} ${path}`, name: textOf(name) }]
      }),
    ),
  )

/** Global too; CloudFormation names them apart unless a template does. */
const NAMED_BY_CLOUDFORMATION: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Group': ['GroupName'],
  'AWS::IAM::InstanceProfile': ['InstanceProfileName'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName'],
  'AWS::IAM::Role': ['RoleName'],
  'AWS::IAM::User': ['UserName'],
  'AWS::S3::Bucket': ['BucketName'],
}

describe.each(['dev', 'prod', 'serverless'] as const)('the templates of %s', (stage) => {
  let byRegion: ReturnType<typeof templatesOf>[]
  beforeAll(() => {
    byRegion = REGIONS.map((region) => templatesOf(stage, region))
  })

  test('are what AWS’s service specification takes, in every region', () => {
    expect(
      byRegion.flatMap((templates, at) =>
        templates.flatMap(([name, template]) =>
          lintTemplate(template).map((finding) => `${REGIONS[at]} ${name} ${finding}`),
        ),
      ),
    ).toEqual([])
  })

  test('share no account-global name with another region’s, nor among themselves', () => {
    const names = byRegion.flatMap(globalNames).map(({ what, name }) => `${what} ${name}`)
    expect(names.length).toBeGreaterThan(8)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  test('name them in the 64 characters that the shortest of their limits leaves', () => {
    const tooLong = byRegion.flatMap(globalNames).filter(({ name }) => name.length > 64)
    expect(tooLong).toEqual([])
  })
})

test('the linter finds what it is for', () => {
  const findings = lintTemplate({
    Resources: {
      NoType: { Type: 'AWS::S3::Pail' },
      Bucket: {
        Type: 'AWS::S3::Bucket',
        DependsOn: 'Nobody',
        Properties: {
          BucketNaem: 'a',
          VersioningConfiguration: { Status: 'On' },
          LifecycleConfiguration: {},
          Tags: 'none',
        },
      },
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: {},
          Role: { 'Fn::GetAtt': ['Bucket', 'Colour'] },
          MemorySize: 'much',
          Handler: { Ref: 'Nothing' },
        },
      },
    },
  })
  expect(findings.map((finding) => finding.replace(/must be one of .*/, 'must be one of'))).toEqual(
    [
      'NoType: AWS::S3::Pail is no resource type',
      'Bucket: depends on Nobody, which there is not',
      'Bucket: has no property BucketNaem',
      'Bucket.VersioningConfiguration.Status: must be one of',
      'Bucket.LifecycleConfiguration: lacks Rules',
      'Bucket.Tags: must be a list',
      'Function.MemorySize: must be a whole number, and is "much"',
      'Resources.Function.Properties.Role: AWS::S3::Bucket has no attribute Colour',
      'Resources.Function.Properties.Handler: refers to no Nothing',
    ],
  )
})
