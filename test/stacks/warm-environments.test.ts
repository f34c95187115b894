import { runInNewContext } from 'node:vm'
import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import type { StageSettingsInput } from '#lib/settings/settings'
import { testApp } from '#test/support/app'

const TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget'
const POLICY = 'AWS::ApplicationAutoScaling::ScalingPolicy'

const templateOf = (stage: StageSettingsInput, layer?: string) =>
  Template.fromStack(testApp(stage, layer === undefined ? {} : { layer }).api)

/** Of the one function whose logical id has this name. */
function only(template: Template, type: string, name: 'Catalog' | 'Learning') {
  const found = Object.entries(template.findResources(type)).filter(([id]) => id.includes(name))
  expect(found.map(([id]) => id)).toHaveLength(1)
  const [id, resource] = found[0] ?? ['', {}]
  return { id, resource, properties: resource.Properties }
}

describe('how busy warm environments are', () => {
  const { properties } = only(templateOf({}), POLICY, 'Learning')
  const tracking = properties.TargetTrackingScalingPolicyConfiguration
  const metrics: { Id: string; Expression?: string; ReturnData: boolean }[] =
    tracking.CustomizedMetricSpecification.Metrics

  /** What CloudWatch would work out of one minute. */
  const utilisation = (minute: { perSecond: number; callMs: number; warm: number }) => {
    const { perSecond, callMs, warm } = minute
    const calls = perSecond * 60
    const used = Math.min(warm, Math.max(1, Math.ceil((perSecond * callMs) / 1_000)))
    return runInNewContext(metrics.find((it) => it.ReturnData)?.Expression ?? '', {
      IF: (is: boolean, yes: number, no: number) => (is ? yes : no),
      ...{ calls, busyMs: calls * callMs, used, share: used / warm },
    })
  }

  test.each([
    ['ten calls a second fill an environment, however short', 200, 20, 20, 100],
    ['so do calls that never leave it idle', 20, 1_000, 20, 100],
    ['at a tenth of a second both say the same', 140, 100, 20, 70],
    ['a slow table shows in the time that calls take', 60, 300, 20, 90],
    ['what spilled over counts too, so that one step is enough', 1_000, 50, 3, 3_333.33],
    ['a call a minute is next to nothing', 1 / 60, 50, 3, 0.0556],
  ])('%s', (_, perSecond, callMs, warm, percent) => {
    expect(utilisation({ perSecond, callMs, warm })).toBeCloseTo(percent, 2)
  })

  test('is asked of the alias, by what Lambda counts each minute, with one answer', () => {
    expect(metrics.filter((it) => it.ReturnData)).toHaveLength(1)
    const asked = metrics.flatMap((it) => ('MetricStat' in it ? [it.MetricStat] : []))
    expect(asked).toMatchObject(
      [
        ['Invocations', 'Sum'],
        ['Duration', 'Sum'],
        ['ProvisionedConcurrentExecutions', 'Maximum'],
        ['ProvisionedConcurrencyUtilization', 'Maximum'],
      ].map(([MetricName, Stat]) => ({ Stat, Metric: { Namespace: 'AWS/Lambda', MetricName } })),
    )
    for (const { Metric } of asked as { Metric: { Dimensions: { Name: string }[] } }[]) {
      expect(Metric.Dimensions.map(({ Name }) => Name)).toEqual(['FunctionName', 'Resource'])
      expect(JSON.stringify(Metric.Dimensions[1])).toContain(':live"')
    }
  })

  test('waits for what it asked for before it asks again', () => {
    expect(tracking).toMatchObject({ ScaleOutCooldown: 300, ScaleInCooldown: 300 })
  })
})

describe('the capacity of a function', () => {
  test('is 3 to 20 at 70 % for those that learners wait for', () => {
    const template = templateOf({})
    for (const name of ['Catalog', 'Learning'] as const) {
      expect(only(template, TARGET, name).properties).toMatchObject({
        MinCapacity: 3,
        MaxCapacity: 20,
        ScalableDimension: 'lambda:function:ProvisionedConcurrency',
      })
      expect(
        only(template, POLICY, name).properties.TargetTrackingScalingPolicyConfiguration,
      ).toMatchObject({ TargetValue: 70 })
    }
    template.resourceCountIs(TARGET, 2)
  })

  test('is its own where the settings say so', () => {
    const template = templateOf({ provisioned: { max: 30, functions: { learning: { min: 12 } } } })
    expect(only(template, TARGET, 'Learning').properties).toMatchObject({
      MinCapacity: 12,
      MaxCapacity: 30,
    })
    expect(only(template, TARGET, 'Catalog').properties).toMatchObject({ MinCapacity: 3 })
  })

  test('follows a schedule in the school’s time zone', () => {
    const schedule = [
      { at: 'cron(45 8 ? * MON-FRI *)', timezone: 'Europe/Madrid', min: 15, max: 60 },
      { at: 'at(2027-01-18T12:00:00)', min: 3, max: 20 },
    ]
    const template = templateOf({ provisioned: { functions: { learning: { schedule } } } })
    expect(only(template, TARGET, 'Learning').properties.ScheduledActions).toEqual([
      {
        ScheduledActionName: 'Scheduled1',
        Schedule: 'cron(45 8 ? * MON-FRI *)',
        Timezone: 'Europe/Madrid',
        ScalableTargetAction: { MinCapacity: 15, MaxCapacity: 60 },
      },
      {
        ScheduledActionName: 'Scheduled2',
        Schedule: 'at(2027-01-18T12:00:00)',
        Timezone: 'UTC',
        ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 20 },
      },
    ])
    expect(only(template, TARGET, 'Catalog').properties.ScheduledActions).toBeUndefined()
  })

  test('may be none but for the hours of a schedule, and none at all', () => {
    const schedule = [{ at: 'cron(0 8 * * ? *)', min: 2, max: 5 }]
    const template = templateOf({ provisioned: { min: 0, functions: { learning: { schedule } } } })
    expect(only(template, TARGET, 'Learning').properties).toMatchObject({ MinCapacity: 0 })
    template.resourceCountIs(TARGET, 1)
    templateOf({ provisioned: { min: 0 } }).resourceCountIs(TARGET, 0)
  })
})

describe('a release', () => {
  const ALIAS = 'AWS::Lambda::Alias'
  const VERSION = 'AWS::Lambda::Version'
  const before = templateOf({}, 'export const z = 1')
  const after = templateOf({}, 'export const z = 2')

  test.each(['Catalog', 'Learning'] as const)(
    'of %s moves its alias to another version',
    (name) => {
      const [old, young] = [only(before, ALIAS, name), only(after, ALIAS, name)]
      expect(young.id).toBe(old.id)
      expect(young.properties.FunctionVersion).not.toEqual(old.properties.FunctionVersion)
    },
  )

  test.each(['Catalog', 'Learning'] as const)(
    'leaves to Lambda when %s’s calls follow: with numbers or weights of its own it would fail',
    (name) => {
      const { properties } = only(after, ALIAS, name)
      expect(Object.keys(properties).sort()).toEqual(['FunctionName', 'FunctionVersion', 'Name'])
    },
  )

  test('does not delete the version that answers until the next one is warm', () => {
    for (const name of ['Catalog', 'Learning'] as const)
      expect(only(after, VERSION, name).resource).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      })
  })

  test('takes the number and the schedule of the warm environments along', () => {
    for (const type of [TARGET, POLICY])
      expect(after.findResources(type)).toEqual(before.findResources(type))
    const target = only(after, TARGET, 'Learning')
    expect(JSON.stringify(target.properties.ResourceId)).toContain(
      only(after, ALIAS, 'Learning').id,
    )
    // Under another id it would be registered a second time, which Application Auto Scaling refuses.
    expect(target.id).toBe('FunctionsLearningLiveAliasScalingTarget69E99CE6')
  })

  test('leaves no version behind of what is not kept warm', () => {
    for (const version of Object.values(
      templateOf({ provisioned: { min: 0 } }).findResources(VERSION),
    ))
      expect(version).not.toHaveProperty('DeletionPolicy', 'Retain')
  })
})
