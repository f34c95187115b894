import {
  ApplicationAutoScalingClient,
  DeleteScheduledActionCommand,
  DescribeScalableTargetsCommand,
  DescribeScheduledActionsCommand,
  LimitExceededException,
  ObjectNotFoundException,
  PutScheduledActionCommand,
} from '@aws-sdk/client-application-auto-scaling'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createWarmTargets } from '#adapters/autoscaling/warm-targets'
import type { WarmTarget } from '#contract/capacity/warm-target'
import { warmForBursts } from '#core/bursts/warm-for-bursts'

const now = new Date('2026-11-28T10:00:00Z')
const opens = new Date('2026-11-28T12:00:00Z')
const service = mockClient(ApplicationAutoScalingClient)
const target = (name: string): WarmTarget => ({
  resourceId: `function:${name}:live`,
  ...{ min: 3, max: 60, schedule: [], perMember: { opening: 24 / 5_000 } },
})
const warm = (warmAtMost = 900) =>
  warmForBursts(
    {
      bursts: { list: async () => [{ kind: 'opening', courseId: 'crs_a', at: opens }] },
      members: async () => new Map([['crs_a', 5_000]]),
      warm: createWarmTargets(new ApplicationAutoScalingClient({ region: 'us-east-1' })),
      quota: { warmAtMost: async () => warmAtMost },
      clock: { now: () => now },
    },
    { targets: [target('catalog'), target('learning')] },
  )
const metadata = { $metadata: {}, message: 'no' }
const puts = () =>
  service.commandCalls(PutScheduledActionCommand).map(({ args: [{ input }] }) => input)

beforeEach(() => {
  service.reset()
  service
    .on(DescribeScalableTargetsCommand)
    .resolves({ ScalableTargets: [{ MinCapacity: 3, MaxCapacity: 60 } as never] })
  service.on(DescribeScheduledActionsCommand).resolves({ ScheduledActions: [] })
  service.on(PutScheduledActionCommand).resolves({})
})

describe('Application Auto Scaling', () => {
  it('is told of the end before the beginning, in UTC, with both bounds', async () => {
    await warm()
    expect(puts().slice(0, 2)).toMatchObject([
      { ScheduledActionName: 'burst-end-20261128T1245Z', Schedule: 'at(2026-11-28T12:45:00)' },
      {
        ServiceNamespace: 'lambda',
        ScalableDimension: 'lambda:function:ProvisionedConcurrency',
        ResourceId: 'function:catalog:live',
        ScheduledActionName: 'burst-begin-20261128T1145Z',
        Schedule: 'at(2026-11-28T11:45:00)',
        Timezone: 'UTC',
        ScalableTargetAction: { MinCapacity: 27, MaxCapacity: 60 },
      },
    ])
  })

  it('that refuses one function’s actions has those of the others', async () => {
    service
      .on(PutScheduledActionCommand, { ResourceId: 'function:catalog:live' })
      .rejects(new LimitExceededException(metadata))
    const { warmed, failed } = await warm()
    expect(failed).toMatchObject([
      { resourceId: 'function:catalog:live', error: { name: 'LimitExceededException' } },
    ])
    expect(warmed).toMatchObject([{ resourceId: 'function:learning:live', raised: 24 }])
  })

  it('that does not know a function is told nothing of it', async () => {
    service.on(DescribeScalableTargetsCommand).resolves({ ScalableTargets: [] })
    const { warmed, failed } = await warm()
    expect([warmed.length, failed.length]).toEqual([0, 2])
    expect(puts()).toEqual([])
  })

  it('may have forgotten an action that ran; others’ are none of ours', async () => {
    const old = {
      ScheduledActionName: 'burst-end-20261127T1245Z',
      Schedule: 'at(2026-11-27T12:45:00)',
      ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 60 },
    }
    const ours = { ...old, ScheduledActionName: 'Scheduled1', Schedule: 'cron(0 8 * * ? *)' }
    // Over two pages.
    service
      .on(DescribeScheduledActionsCommand)
      .resolves({ ScheduledActions: [ours as never], NextToken: '1' })
      .on(DescribeScheduledActionsCommand, { NextToken: '1' })
      .resolves({ ScheduledActions: [old as never] })
    service.on(DeleteScheduledActionCommand).rejects(new ObjectNotFoundException(metadata))
    const { warmed, failed } = await warm()
    expect(failed).toEqual([])
    expect(warmed.map(({ removed }) => removed)).toEqual([
      ['burst-end-20261127T1245Z'],
      ['burst-end-20261127T1245Z'],
    ])
  })
})

describe('an account that has too few', () => {
  it('gives each function its share above what the settings keep, and what is missing is told', async () => {
    // Of 30, six are the settings’; both functions want 24 more.
    const { warmed } = await warm(30)
    expect(warmed).toMatchObject([
      { raised: 12, missing: 12 },
      { raised: 12, missing: 12 },
    ])
  })

  it('gives nothing where it has less than the settings keep', async () => {
    const { warmed } = await warm(2)
    expect(warmed.map(({ raised, put }) => [raised, put])).toEqual([
      [0, []],
      [0, []],
    ])
  })
})
