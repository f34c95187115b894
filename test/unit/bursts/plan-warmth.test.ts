import { describe, expect, it } from 'vitest'
import type { WarmTarget } from '#contract/capacity/warm-target'
import { type KnownBurst, needsOf } from '#core/bursts/needs-of'
import { correctionOf, MOST_PLANNED, planWarmth } from '#core/bursts/plan-warmth'

const at = (time: string) => new Date(`2026-11-28T${time}:00Z`)
const learning: WarmTarget = {
  resourceId: 'function:learning:live',
  min: 3,
  max: 60,
  schedule: [
    ['cron(40 7 * * ? *)', 'UTC', 10, 60],
    ['cron(0 18 * * ? *)', 'UTC', 3, 60],
  ],
  // 24 environments for 5,000 members, as the stacks work it out.
  perMember: { opening: 24 / 5_000 },
}
const burst = (time: string, members: number, courseId = 'crs_a'): KnownBurst => ({
  kind: 'opening',
  courseId,
  at: at(time),
  members,
})
const plan = (bursts: KnownBurst[], now = '06:00', over: Partial<WarmTarget> = {}, share = 1) =>
  planWarmth({ target: { ...learning, ...over }, bursts, now: at(now), share })
const told = (planned: ReturnType<typeof plan>['planned']) =>
  planned.map(({ name, min, max }) => `${name} ${min}-${max}`)

describe('what bursts need', () => {
  const need = (bursts: KnownBurst[], time: string) => needsOf(bursts, learning)(at(time))

  it('is there a quarter of an hour before and half an hour after its quarter', () => {
    const one = [burst('12:00', 5_000)]
    expect(['11:44', '11:45', '12:44', '12:45'].map((time) => need(one, time))).toEqual([
      0, 24, 24, 0,
    ])
  })

  it('adds up over courses, and counts the people of one course once', () => {
    const again = [burst('12:00', 5_000), burst('12:15', 5_000)]
    expect(need(again, '12:20')).toBe(24)
    expect(need([...again, burst('12:15', 2_500, 'crs_b')], '12:20')).toBe(36)
  })

  it('is nothing where it is less than one environment, and whole ones else', () => {
    expect(need([burst('12:00', 200)], '12:00')).toBe(0)
    expect(need([burst('12:00', 200), burst('12:00', 100, 'crs_b')], '12:00')).toBe(2)
  })
})

describe('the plan for a function', () => {
  it('raises the least above what the schedule has at that hour, and gives that back', () => {
    expect(told(plan([burst('12:00', 5_000)]).planned)).toEqual([
      'burst-begin-20261128T1145Z 34-60',
      'burst-end-20261128T1245Z 10-60',
    ])
  })

  it('raises it again a minute after the schedule has set it, and ends with what was set', () => {
    expect(told(plan([burst('18:00', 5_000)], '16:00').planned)).toEqual([
      'burst-begin-20261128T1745Z 34-60',
      'burst-change-20261128T1801Z 27-60',
      'burst-end-20261128T1845Z 3-60',
    ])
  })

  it('does so too where the schedule sets it as the burst begins', () => {
    const schedule: WarmTarget['schedule'] = [['cron(45 11 * * ? *)', 'UTC', 5, 60]]
    expect(told(plan([burst('12:00', 5_000)], '10:00', { schedule }).planned)).toEqual([
      'burst-begin-20261128T1145Z 29-60',
      'burst-change-20261128T1146Z 29-60',
      'burst-end-20261128T1245Z 5-60',
    ])
  })

  it('has steps where bursts overlap, and none where nothing changes', () => {
    const both = [burst('12:00', 5_000), burst('12:30', 2_500, 'crs_b')]
    expect(told(plan(both).planned)).toEqual([
      'burst-begin-20261128T1145Z 34-60',
      'burst-change-20261128T1215Z 46-60',
      'burst-change-20261128T1245Z 22-60',
      'burst-end-20261128T1315Z 10-60',
    ])
    const oneAfterAnother = [burst('12:00', 5_000), burst('12:15', 5_000)]
    expect(told(plan(oneAfterAnother).planned)).toEqual([
      'burst-begin-20261128T1145Z 34-60',
      'burst-end-20261128T1300Z 10-60',
    ])
  })

  it('never goes above the most of the settings, and says what is missing', () => {
    const { planned, raised, missing } = plan([burst('12:00', 20_000)])
    expect(told(planned)[0]).toBe('burst-begin-20261128T1145Z 60-60')
    expect({ raised, missing }).toEqual({ raised: 50, missing: 46 })
  })

  it('takes no more than its share of what the account has', () => {
    const { planned, missing } = plan([burst('12:00', 5_000)], '06:00', {}, 0.5)
    expect(told(planned)[0]).toBe('burst-begin-20261128T1145Z 22-60')
    expect(missing).toBe(12)
  })

  it('raises the most where the hour’s own is lower', () => {
    const schedule: WarmTarget['schedule'] = [['cron(0 1 * * ? *)', 'UTC', 3, 8]]
    expect(told(plan([burst('12:00', 2_500)], '06:00', { schedule }).planned)).toEqual([
      'burst-begin-20261128T1145Z 15-15',
      'burst-end-20261128T1245Z 3-8',
    ])
  })

  it('plans nothing for a function that nobody calls, and nothing without bursts', () => {
    expect(plan([burst('12:00', 5_000)], '06:00', { perMember: { opening: 0 } })).toMatchObject({
      planned: [],
      raised: 0,
      missing: 0,
    })
    expect(plan([]).planned).toEqual([])
  })

  it('leaves out the latest where a target would have too many', () => {
    const schedule = Array.from({ length: 60 }, (_, minute): WarmTarget['schedule'][number] => [
      `cron(${minute} * * * ? *)`,
      'UTC',
      3,
      60,
    ])
    const bursts = [burst('12:00', 5_000), burst('15:00', 5_000)]
    // A burst of an hour would take sixty.
    expect(plan(bursts, '06:00', { schedule }).planned).toEqual([])
    const fewer = plan(bursts, '06:00', { schedule: schedule.slice(0, 40) })
    expect(fewer.planned.length).toBeLessThanOrEqual(MOST_PLANNED)
    expect(fewer.planned.at(-1)?.name).toBe('burst-end-20261128T1245Z')
  })
})

describe('what is set at once', () => {
  const correction = (bursts: KnownBurst[], min: number, names: string[] = []) => {
    const planned = names.map((name) => ({
      name,
      at: at(`${name.slice(-5, -3)}:${name.slice(-3, -1)}`),
      min: 0,
      max: 60,
    }))
    const found = correctionOf(
      { target: learning, bursts, now: at('12:05'), share: 1 },
      { min, max: 60, planned },
    )
    return found && told([found])[0]
  }
  const underWay = [burst('12:00', 5_000)]
  const END = 'burst-end-20261128T1245Z'

  it('is nothing while a burst has what it needs', () => {
    expect(correction(underWay, 34, [END])).toBeNull()
  })

  it('is what it needs where it was heard of late, or a deployment has set the least anew', () => {
    expect(correction(underWay, 10)).toBe('burst-change-20261128T1206Z 34-60')
    expect(correction(underWay, 3, [END])).toBe('burst-change-20261128T1206Z 34-60')
  })

  it('is what the settings say where a burst that has raised it is no more', () => {
    expect(correction([], 34, [END])).toBe('burst-end-20261128T1206Z 10-60')
  })

  it('is that, too, where it would begin before it can be taken back', () => {
    expect(correction([], 10, ['burst-begin-20261128T1206Z', END])).toBe(
      'burst-end-20261128T1206Z 10-60',
    )
  })

  it('is nothing where somebody else has raised it, whatever comes later', () => {
    expect(correction([], 50)).toBeNull()
    const later = [burst('15:00', 5_000)]
    expect(correction(later, 50, ['burst-begin-20261128T1445Z'])).toBeNull()
  })
})
