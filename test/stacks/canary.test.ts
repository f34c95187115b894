import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { CanaryEnvironment } from '#contract/platform/canary'
import { settingsOf } from '#lib/settings/settings'
import { AlarmRules } from '#test/support/alarm-rules'
import { testApp } from '#test/support/app'

const canary = { course: 'caching' }
const { app, observability } = testApp({ canary })
app.synth()
const template = Template.fromStack(observability)
const [found] = Object.entries(template.findResources('AWS::Synthetics::Canary'))
const [canaryId, { Properties: properties }] = found ?? ['', { Properties: {} }]
const page = readFileSync(resolve(import.meta.dirname, '../../docs/operations.md'), 'utf8')

test('nobody has a canary who names no course for it', () => {
  Template.fromStack(testApp().observability).resourceCountIs('AWS::Synthetics::Canary', 0)
})

test('it runs every five minutes, in the time of a run, and finds what its code asks for', () => {
  expect(properties).toMatchObject({
    Name: 'lectern-test',
    RuntimeVersion: 'syn-nodejs-playwright-6.0',
    Schedule: { Expression: 'rate(5 minutes)' },
    StartCanaryAfterCreation: true,
    ProvisionedResourceCleanup: 'AUTOMATIC',
    Code: { Handler: 'canary.handler' },
  })
  expect(properties.RunConfig.TimeoutInSeconds).toBeLessThan(5 * 60)
  expect(Object.keys(properties.RunConfig.EnvironmentVariables).sort()).toEqual(
    Object.keys(CanaryEnvironment.shape).sort(),
  )
  expect(properties.RunConfig.EnvironmentVariables.COURSE).toBe('caching')
})

test.each([[{ course: 'Caching' }], [{ ...canary, everyMinutes: 4 }], [{ course: '' }]])(
  'the settings take no canary like %o',
  (wrong) => {
    expect(() => settingsOf({ stages: { prod: { canary: wrong } } }, 'prod')).toThrow(
      /stages\.prod\.canary\./,
    )
  },
)

test('it may write its runs, its metrics and its log lines, read its account, and make no log group', () => {
  const [policy] = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([id]) =>
    id.startsWith('CanaryRole'),
  )
  const statements: { Action: string | string[]; Resource: unknown; Condition?: object }[] =
    policy?.[1].Properties.PolicyDocument.Statement
  const actions = statements.flatMap(({ Action }) => Action)
  expect(actions.sort()).toEqual([
    'cloudwatch:PutMetricData',
    'logs:CreateLogStream',
    'logs:PutLogEvents',
    's3:GetBucketLocation',
    's3:GetObject',
    's3:ListAllMyBuckets',
    's3:PutObject',
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
  ])
  for (const { Action, Resource, Condition } of statements)
    if (Resource === '*') expect(Action === 's3:ListAllMyBuckets' || Condition).toBeTruthy()
})

test('its logs and the pictures of its runs end', () => {
  template.hasResourceProperties('AWS::Logs::LogGroup', {
    LogGroupName: {
      'Fn::Join': ['', ['/aws/lambda/cwsyn-lectern-test-', { 'Fn::GetAtt': [canaryId, 'Id'] }]],
    },
    RetentionInDays: 90,
  })
  template.hasResourceProperties('AWS::S3::Bucket', {
    LifecycleConfiguration: {
      Rules: [Match.objectLike({ ExpirationInDays: 90, Status: 'Enabled' })],
    },
  })
})

test('its password is made, by the rules of the pool, and stands in no template', () => {
  template.hasResourceProperties('AWS::SecretsManager::Secret', {
    GenerateSecretString: Match.objectLike({
      GenerateStringKey: 'password',
      PasswordLength: 32,
      RequireEachIncludedType: true,
    }),
  })
})

describe('its alarm', () => {
  const rules = new AlarmRules(template)
  const [alarm = ''] = rules.of('canary')

  test('rings after three runs on end that failed, or were not', () => {
    expect(template.findResources('AWS::CloudWatch::Alarm')[alarm]?.Properties).toMatchObject({
      Namespace: 'CloudWatchSynthetics',
      MetricName: 'SuccessPercent',
      Dimensions: [{ Name: 'CanaryName', Value: { Ref: canaryId } }],
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 100,
      Period: 300,
      EvaluationPeriods: 3,
      TreatMissingData: 'breaching',
    })
  })

  test('tells of what no other does, and nothing that the API’s failures say', () => {
    expect(rules.told([alarm])).toEqual(['canary'])
    expect(rules.told([alarm, ...rules.of('api-errors')])).toEqual(['api-errors'])
  })

  test('is told by itself in a stage with few alarms', () => {
    const few = new AlarmRules(Template.fromStack(testApp({ canary, alarms: 'few' }).observability))
    expect(few.told(few.of('canary'))).toEqual(['canary'])
  })
})

test('its price, and that of its alarm, are what the operators’ page says', () => {
  const runs = (30 * 24 * 60) / 5
  const [, monthly, perSecond, all, few] =
    /\$([\d.]+) in 30 days .* \$([\d.]+) for each second .* \$([\d.]+) a month with `all`.* \$([\d.]+) with `few`/.exec(
      page,
    ) ?? []
  expect(monthly).toBe((runs * 0.0012).toFixed(2))
  const gbSeconds = (runs * properties.RunConfig.MemoryInMB) / 1024
  expect(perSecond).toBe((gbSeconds * 0.0000166667).toFixed(2))
  const without = Template.fromStack(testApp().observability)
  const more = (type: string) =>
    Object.keys(template.findResources(type)).length -
    Object.keys(without.findResources(type)).length
  const [metrics, pages] = [more('AWS::CloudWatch::Alarm'), more('AWS::CloudWatch::CompositeAlarm')]
  expect(all).toBe((metrics * 0.1 + pages * 0.5).toFixed(2))
  expect(few).toBe((metrics * 0.1).toFixed(2))
})

test('the runbook has its section', () => {
  const runbook = readFileSync(resolve(import.meta.dirname, '../../docs/runbook.md'), 'utf8')
  expect(runbook).toMatch(/^## canary$/m)
})
