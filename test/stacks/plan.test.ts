import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { makePlan } from '#load/plan/plan'
import { testApp } from '#test/support/app'

const planFor = (users: number) => makePlan({ users, heartbeatSeconds: 30, region: 'us-east-1' })

describe.each([10_000, 20_000])('templates for %i users', (users) => {
  const plan = planFor(users)
  const stacks = testApp({ users, timezone: 'Europe/Madrid' })
  const api = Template.fromStack(stacks.api)

  test('keep environments warm by the plan’s hours, up to its most', () => {
    const { learning, catalog } = plan.functions
    for (const { provisioned } of [learning, catalog]) {
      if (!provisioned) throw new Error('The plan keeps none warm.')
      api.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', {
        MinCapacity: provisioned.min,
        MaxCapacity: provisioned.max,
        ...(provisioned.schedule.length > 0
          ? {
              ScheduledActions: provisioned.schedule.map(({ at, min, max }) => ({
                Schedule: at,
                Timezone: 'Europe/Madrid',
                ScalableTargetAction: { MinCapacity: min, MaxCapacity: max },
              })),
            }
          : {}),
      })
    }
  })

  test('let in as many requests as planned, and cache as much', () => {
    const { gateway } = plan
    const [stage] = Object.values(api.findResources('AWS::ApiGateway::Stage'))
    expect(stage?.Properties).toMatchObject({
      CacheClusterEnabled: true,
      CacheClusterSize: gateway.cacheSizeGb,
    })
    expect(stage?.Properties.MethodSettings.length).toBeGreaterThan(1)
    for (const settings of stage?.Properties.MethodSettings ?? [])
      expect(settings).toMatchObject({
        ThrottlingRateLimit: gateway.requestsPerSecond,
        ThrottlingBurstLimit: gateway.burst,
      })
  })

  test('have the firewall’s limits and the node of Valkey', () => {
    const text = JSON.stringify(api.findResources('AWS::WAFv2::WebACL'))
    expect(text).toContain(`"Limit":${plan.firewall.signedInPerAddress}`)
    expect(text).toContain(`"Limit":${plan.firewall.requestsPerAddress}`)
    const { settings } = plan.valkey
    api.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
      CacheNodeType: settings.form === 'nodes' ? settings.nodeType : '',
    })
  })
})

describe('templates for 100,000', () => {
  const plan = planFor(100_000)
  const stacks = testApp({ users: 100_000 })

  test('warm the table and the index of enrolments for the plan’s units, and no other index', () => {
    const [table] = Object.values(
      Template.fromStack(stacks.data).findResources('AWS::DynamoDB::Table'),
    )
    const warm = {
      ReadUnitsPerSecond: plan.table.warm?.reads,
      WriteUnitsPerSecond: plan.table.warm?.writes,
    }
    expect(warm.ReadUnitsPerSecond).toBeGreaterThan(40_000)
    expect(table?.Properties.WarmThroughput).toEqual(warm)
    for (const index of table?.Properties.GlobalSecondaryIndexes ?? [])
      expect(index.WarmThroughput).toEqual(index.IndexName === 'gsi1' ? warm : undefined)
  })

  test('ring at 80 % of the quotas that the plan asks for, not of those at first', () => {
    const alarms = Object.values(
      Template.fromStack(stacks.observability).findResources('AWS::CloudWatch::Alarm'),
    ).map(({ Properties }) => Properties)
    const raisedTo = (id: string) => plan.quotas.find((quota) => quota.id === id)?.raiseTo ?? 0
    const thresholdOf = (text: string) =>
      alarms.find(({ AlarmDescription }) => AlarmDescription.includes(text))?.Threshold
    expect(thresholdOf('of the reads that a table may have')).toBe(
      raisedTo('tableReads') * 60 * 0.8,
    )
    expect(thresholdOf('of the writes that a table may have')).toBe(40_000 * 60 * 0.8)
    expect(thresholdOf('of the sign-ins a second')).toBe(raisedTo('signIns') * 0.8)
  })
})

describe('a small deployment', () => {
  const stacks = testApp({ profile: 'small' })
  const templates = stacks.app.node.children.flatMap((child) =>
    'templateOptions' in child ? [JSON.stringify(Template.fromStack(child as never).toJSON())] : [],
  )

  test.each([
    'AWS::EC2::VPCEndpoint',
    'AWS::EC2::VPC"',
    'AWS::ElastiCache::',
    'AWS::ApplicationAutoScaling::ScalableTarget',
    '"CacheClusterEnabled":true',
    '"CachingEnabled":true',
    'AWS::WAFv2::',
  ])('has no %s', (type) => {
    expect(templates.filter((text) => text.includes(type))).toEqual([])
  })
})

test('a stage whose throttle is below its users is not synthesized', () => {
  expect(() => testApp({ users: 20_000, api: { requestsPerSecond: 500 } })).toThrow(
    'lectern.settings.ts asks for 20,000 users and has settings that do not hold them. api.requestsPerSecond is 500',
  )
})
