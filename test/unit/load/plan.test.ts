import { describe, expect, it } from 'vitest'
import { StageSettings, type StageSettingsInput } from '#lib/settings/settings'
import { contradictions } from '#load/plan/contradictions'
import { explain } from '#load/plan/explain'
import { makePlan } from '#load/plan/plan'
import { filledBy, withPlan } from '#load/plan/with-plan'

const planFor = (users: number) => makePlan({ users, heartbeatSeconds: 30, region: 'us-east-1' })
const settingsFor = (stage: StageSettingsInput) => StageSettings.parse(withPlan(stage, 'us-east-1'))

describe('a plan', () => {
  it('has warm environments by the hour, fewest at night and never fewer than the floor', () => {
    const warm = planFor(10_000).functions.learning.provisioned
    expect(warm?.floors).toHaveLength(24)
    expect(Math.min(...(warm?.floors ?? []))).toBe(warm?.min)
    expect(warm?.min).toBeGreaterThanOrEqual(3)
    expect(warm?.floors[21]).toBe(Math.max(...(warm?.floors ?? [])))
    expect(warm?.max).toBeGreaterThanOrEqual(20)
  })

  it('has more of them there before their hour, and fewer at it', () => {
    const {
      schedule = [],
      floors = [],
      min = 0,
    } = planFor(10_000).functions.learning.provisioned ?? {}
    let floor = floors[23] ?? 0
    for (const entry of schedule) {
      const [, minute, hour] = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(entry.at) ?? []
      const isMore = entry.min > floor
      expect(minute).toBe(isMore ? '40' : '0')
      const atHour = (Number(hour) + (isMore ? 1 : 0)) % 24
      expect(floors[atHour]).toBe(entry.min)
      floor = entry.min
    }
    expect(schedule.some((entry) => entry.min === min)).toBe(true)
  })

  it('holds a lecture that half of all open at once', () => {
    const { need } = planFor(10_000).functions.learning
    expect(need.byCalls).toBe(118)
    expect(need.environments).toBe(168)
  })

  it('asks for as many sign-ins a second as come in a burst’s first seconds', () => {
    // Of 2,000 who begin an exam 1,600 sign in, half of them within six seconds; for a lecture three in ten of 5,000 do.
    expect(planFor(10_000).signInsPerSecond).toBeCloseTo((2_000 * 0.8 * 0.5) / 6)
    const raised = planFor(10_000).quotas.find(({ name }) => name.startsWith('Cognito'))
    expect(raised).toMatchObject({ has: 120, raiseTo: 170 })
  })

  it('grows with the users, and in proportion', () => {
    const [one, ten] = [planFor(10_000), planFor(100_000)]
    const ratio =
      ten.functions.learning.need.environments / one.functions.learning.need.environments
    expect(ratio).toBeGreaterThan(9.8)
    expect(ratio).toBeLessThan(10.2)
    expect(ten.quotas.filter(({ raiseTo }) => raiseTo !== null).length).toBeGreaterThan(3)
  })

  it('shows the arithmetic of a function', () => {
    const text = explain(planFor(10_000), 'learning').join('\n')
    expect(text).toContain('118 environments')
    expect(text).toContain('The largest is by calls: 168.')
  })
})

describe('a stage that names its users', () => {
  it('has the plan’s numbers', () => {
    const { functions, gateway } = planFor(20_000)
    const settings = settingsFor({ users: 20_000, timezone: 'Europe/Madrid' })
    expect(settings.api.requestsPerSecond).toBe(gateway.requestsPerSecond)
    expect(settings.provisioned.learning.max).toBe(functions.learning.need.environments)
    expect(settings.provisioned.learning.schedule[0]?.timezone).toBe('Europe/Madrid')
  })

  it('says itself what goes before them', () => {
    const settings = settingsFor({
      users: 10_000,
      api: { requestsPerSecond: 5_000 },
      valkey: { form: 'none' },
      provisioned: { functions: { learning: { min: 40 } } },
    })
    expect(settings.api.requestsPerSecond).toBe(5_000)
    expect(settings.api.burst).toBe(planFor(10_000).gateway.burst)
    expect(settings.valkey.form).toBe('none')
    expect(settings.provisioned.learning).toMatchObject({ min: 40, max: 168, schedule: [] })
    expect(settings.provisioned.catalog.min).toBe(3)
  })

  it('may say a ceiling, which is that of every hour', () => {
    const { learning } = settingsFor({ users: 10_000, provisioned: { max: 300 } }).provisioned
    expect(learning.max).toBe(300)
    expect(learning.schedule.length).toBeGreaterThan(5)
    expect(new Set(learning.schedule.map(({ max }) => max))).toEqual(new Set([300]))
  })

  it('is refused with a sentence for each setting that is below the need', () => {
    const stage = { users: 10_000, api: { requestsPerSecond: 1_000 }, provisioned: { max: 20 } }
    expect(() => withPlan(stage, 'us-east-1')).toThrow(
      /10,000 users .*api\.requestsPerSecond is 1000, and 1542 come .*api\.burst is 4700.*provisioned\.max is 20 for learning, which needs 168/,
    )
  })

  it('is refused for a node that does not take two connections of each environment', () => {
    const stage = {
      users: 600_000,
      valkey: { form: 'nodes', nodeType: 'cache.t4g.medium' },
    } as const
    expect(() => withPlan(stage, 'us-east-1')).toThrow(
      /valkey takes 20000 connections, and \d+ are needed/,
    )
    expect(() => withPlan({ users: 600_000 }, 'us-east-1')).not.toThrow()
  })

  it('is not refused for going without warm environments', () => {
    expect(
      settingsFor({ users: 10_000, provisioned: { min: 0 } }).provisioned.learning,
    ).toMatchObject({ min: 0, schedule: [] })
  })

  it('has in `small` nothing that is paid by the hour', () => {
    const settings = settingsFor({ profile: 'small' })
    expect(settings.valkey.form).toBe('none')
    expect(settings.api.cacheSizeGb).toBeNull()
    expect(settings.provisioned.learning).toMatchObject({ min: 0, schedule: [] })
  })

  it.each([1, 100, 1_000, 10_000, 50_000, 100_000, 1_000_000])(
    'fits into its own plan: %i',
    (users) => {
      const plan = planFor(users)
      expect(contradictions(StageSettings.parse(filledBy(plan, { users })), plan)).toEqual([])
    },
  )
})

it('a stage without users is left as it is', () => {
  const stage = { retainData: false }
  expect(withPlan(stage, 'us-east-1')).toBe(stage)
})
