import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answerFor } from '#local/application-auto-scaling/operations'
import { openTargets, type ScheduledAction } from '#local/application-auto-scaling/scalable-targets'

const folder = mkdtempSync(join(tmpdir(), 'lectern-scaling-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ID = 'function:learning:live'
const NOW = new Date('2026-11-28T07:30:00Z')
const at = (time: string) => new Date(`2026-11-28T${time}Z`)
const morning: ScheduledAction = {
  name: 'Scheduled1',
  schedule: 'cron(40 8 * * ? *)',
  timezone: 'Europe/Madrid',
  change: { min: 10, max: 20 },
  createdAt: 0,
}

function start(file = join(folder, `${randomUUID()}.json`), bounds = { min: 3, max: 20 }) {
  const warm: number[] = []
  const targets = openTargets({
    declared: [{ resourceId: ID, bounds, actions: [morning] }],
    file,
    since: NOW,
    provision: (_, count) => warm.push(count),
  })
  const ask = (operation: string, input: object = {}) =>
    answerFor(targets, () => NOW)(operation, {
      ServiceNamespace: 'lambda',
      ScalableDimension: 'lambda:function:ProvisionedConcurrency',
      ResourceId: ID,
      ...input,
    })
  const put = (
    name: string,
    schedule: string,
    change: object = { MinCapacity: 30, MaxCapacity: 40 },
  ) =>
    ask('PutScheduledAction', {
      ScheduledActionName: name,
      Schedule: schedule,
      ScalableTargetAction: change,
    })
  return { ask, put, targets, warm, file }
}

describe('the local Application Auto Scaling', () => {
  it('sets bounds when they are due, in their order, each once', () => {
    const { put, targets, warm } = start()
    put('raise', 'at(2026-11-28T07:41:00)')
    put('end', 'at(2026-11-28T08:30:00)', { MinCapacity: 10 })
    targets.run(at('07:39:59.900'))
    expect(warm).toEqual([])
    targets.run(at('07:40:00.100'))
    targets.run(at('07:40:01.100'))
    expect(warm).toEqual([10])
    targets.run(at('07:41:00'))
    expect(targets.byId.get(ID)?.bounds).toEqual({ min: 30, max: 40 })
    targets.run(at('09:00:00'))
    expect(warm).toEqual([10, 30, 10])
    expect(targets.byId.get(ID)?.bounds).toEqual({ min: 10, max: 40 })
  })

  it('leaves bounds as they are that an action would turn round', () => {
    const { put, targets } = start()
    put('too much', 'at(2026-11-28T07:35:00)', { MinCapacity: 30 })
    targets.run(at('07:36:00'))
    expect(targets.byId.get(ID)?.bounds).toEqual({ min: 3, max: 20 })
  })

  it.each([
    ['an action of the past', 'late', 'at(2026-11-28T07:29:00)', { MinCapacity: 5 }, /in the past/],
    ['a schedule that it cannot read', 'odd', 'cron(1 2 3)', { MinCapacity: 5 }, /no schedule/],
    ['a name with a colon', 'a:b', 'at(2026-11-28T07:41:00)', { MinCapacity: 5 }, /called/],
    ['no change at all', 'none', 'at(2026-11-28T07:41:00)', {}, /needed/],
    [
      'a least above the most',
      'turned',
      'at(2026-11-28T07:41:00)',
      { MinCapacity: 5, MaxCapacity: 4 },
      /less than minimum/,
    ],
  ])('refuses %s', (_, name, schedule, change, why) => {
    const { put, targets } = start()
    expect(() => put(name, schedule, change)).toThrow(why)
    expect(targets.byId.get(ID)?.actions.size).toBe(1)
  })

  it('knows its own targets alone, and the actions that they have', () => {
    const { ask } = start()
    expect(() => ask('PutScheduledAction', { ResourceId: 'function:other:live' })).toThrow(
      expect.objectContaining({ name: 'ObjectNotFoundException' }),
    )
    expect(() => ask('DeleteScheduledAction', { ScheduledActionName: 'nobody' })).toThrow(
      expect.objectContaining({ name: 'ObjectNotFoundException' }),
    )
  })

  it('takes 200 actions, tells fifty at a time, and puts the same again in its place', () => {
    const { ask, put } = start()
    for (let n = 0; n < 199; n += 1) put(`one-${n}`, 'at(2026-11-28T07:41:00)')
    expect(() => put('more', 'at(2026-11-28T07:41:00)')).toThrow(
      expect.objectContaining({ name: 'LimitExceededException' }),
    )
    put('one-0', 'at(2026-11-28T07:42:00)')
    const pages: unknown[] = []
    let next: object | undefined = {}
    while (next) {
      const { ScheduledActions, NextToken } = ask('DescribeScheduledActions', next)
      pages.push(Array.isArray(ScheduledActions) && ScheduledActions.length)
      next = NextToken ? { NextToken } : undefined
    }
    expect(pages).toEqual([50, 50, 50, 50])
  })

  it('keeps over a restart what was put and what is in force, unless the stacks say other bounds', () => {
    const before = start()
    before.put('raise', 'at(2026-11-28T07:41:00)')
    before.put('end', 'at(2026-11-28T08:30:00)', { MinCapacity: 3, MaxCapacity: 20 })
    before.targets.run(at('07:45:00'))
    const again = start(before.file)
    expect(again.warm).toEqual([30])
    expect([...(again.targets.byId.get(ID)?.actions.keys() ?? [])]).toEqual([
      'Scheduled1',
      'raise',
      'end',
    ])
    const deployed = start(before.file, { min: 4, max: 20 })
    expect(deployed.warm).toEqual([])
    expect(deployed.targets.byId.get(ID)?.bounds).toEqual({ min: 4, max: 20 })
  })
})
