import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { WarmTarget } from '#contract/capacity/warm-target'
import type { StageSettingsInput } from '#lib/settings/settings'
import { type Settings, settingsOf } from '#lib/settings/settings'
import { testApp } from '#test/support/app'

const templateOf = (stage: StageSettingsInput) => Template.fromStack(testApp(stage).api)
const hasWatch = (template: Template) =>
  Object.values(
    template.findResources('AWS::Lambda::Function', {
      Properties: { Description: 'Lectern burst-watch' },
    }),
  )[0]

/** What the function would read, with a name for each alias. */
function targetsOf(stage: StageSettingsInput): WarmTarget[] {
  const written = hasWatch(templateOf(stage))?.Properties.Environment.Variables.WARM_TARGETS
  const parts: unknown[] = written['Fn::Join'][1]
  const names = parts.map((part) => (typeof part === 'string' ? part : nameOf(part)))
  return z.array(WarmTarget).parse(JSON.parse(names.join('')))
}
const nameOf = (part: unknown) => (/Learning/.test(JSON.stringify(part)) ? 'learning' : 'catalog')

describe('whoever looks what will come', () => {
  test('is told of each function that is kept warm, by the settings', () => {
    const schedule = [{ at: 'cron(0 8 * * ? *)', timezone: 'Europe/Madrid', min: 9, max: 40 }]
    const targets = targetsOf({
      provisioned: { functions: { learning: { min: 5, max: 50, schedule } } },
    })
    expect(targets).toMatchObject([
      { min: 3, max: 20, schedule: [], perMember: { opening: 0 } },
      { min: 5, max: 50, schedule: [['cron(0 8 * * ? *)', 'Europe/Madrid', 9, 40]] },
    ])
    expect(targets[1]?.resourceId).toContain('function:')
  })

  test('works with four calls of half of the members in a minute, ten a second for each environment, at 70 %', () => {
    const [, learning] = targetsOf({})
    expect((learning?.perMember.opening ?? 0) * 5_000).toBeCloseTo(
      (5_000 * 0.5 * 4) / 60 / 10 / 0.7,
    )
    const [, fewer] = targetsOf({
      warmForOpenings: { comePercent: 10 },
      provisioned: { utilisationPercent: 50 },
    })
    expect((fewer?.perMember.opening ?? 0) * 5_000).toBeCloseTo((5_000 * 0.1 * 4) / 60 / 10 / 0.5)
  })

  test('may put and delete actions of warm environments, and of nothing else', () => {
    const policies = templateOf({}).findResources('AWS::IAM::Policy')
    const statements = Object.entries(policies).flatMap(([id, { Properties }]) =>
      id.includes('BurstWatch') ? Properties.PolicyDocument.Statement : [],
    )
    const scaling = statements.filter((statement: object) =>
      JSON.stringify(statement).includes('application-autoscaling:'),
    )
    const [looks, changes] = scaling
    expect(scaling).toHaveLength(2)
    expect(looks).toMatchObject({
      Action: [
        'application-autoscaling:DescribeScalableTargets',
        'application-autoscaling:DescribeScheduledActions',
        'lambda:GetAccountSettings',
        // What every function has for its traces.
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
      Resource: '*',
    })
    expect(changes).toMatchObject({
      Action: [
        'application-autoscaling:DeleteScheduledAction',
        'application-autoscaling:PutScheduledAction',
      ],
      Condition: {
        StringEquals: {
          'application-autoscaling:service-namespace': 'lambda',
          'application-autoscaling:scalable-dimension': 'lambda:function:ProvisionedConcurrency',
        },
      },
    })
    expect(JSON.stringify(changes.Resource)).toContain(':scalable-target/*')
  })

  test('looks every quarter of an hour, and at night at every course', () => {
    const rules = Object.entries(templateOf({}).findResources('AWS::Events::Rule'))
      .filter(([id]) => id.includes('BurstWatch'))
      .map(([, { Properties }]) => [Properties.ScheduleExpression, Properties.Targets[0].Input])
    expect(rules).toEqual([
      ['rate(15 minutes)', undefined],
      ['cron(50 3 * * ? *)', '{"everyCourse":true}'],
    ])
  })

  test('is nobody where nothing is kept warm, and where the settings ask for nobody', () => {
    for (const stage of [{ provisioned: { min: 0 } }, { warmForOpenings: null }]) {
      const template = templateOf(stage)
      expect(hasWatch(template)).toBeUndefined()
      expect(JSON.stringify(template.toJSON())).not.toContain('PutScheduledAction')
    }
  })
})

describe('a schedule', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, n) => ({
      at: `cron(${n % 60} ${n % 24} * * ? *)`,
      timezone: 'Europe/Madrid',
      min: 10,
      max: 100,
    }))
  const settings = (count: number): Settings => ({
    stages: { test: { provisioned: { schedule: entries(count) } } },
  })

  test('leaves half of a target’s actions to what is known before it comes', () => {
    expect(() => settingsOf(settings(100), 'test')).not.toThrow()
    expect(() => settingsOf(settings(101), 'test')).toThrow('provisioned.schedule')
  })

  test('that no function’s environment holds is told of, and held without', () => {
    const stage = { provisioned: { schedule: entries(60) } }
    expect(() => templateOf(stage)).toThrow('set warmForOpenings to null')
    expect(() => templateOf({ ...stage, warmForOpenings: null })).not.toThrow()
    expect(() => templateOf({ provisioned: { schedule: entries(30) } })).not.toThrow()
  })

  test('that the plan makes for the most users there may be is held', () => {
    expect(hasWatch(templateOf({ users: 1_000_000 }))).toBeDefined()
  })
})
