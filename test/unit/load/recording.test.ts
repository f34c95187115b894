import { describe, expect, it } from 'vitest'
import { WEEK_FILES as KEPT_FILES } from '#core/reports/facts/facts'
import {
  activePeople,
  courseDays,
  lessonDays,
  personDays,
  watchedSteps,
} from '#core/reports/facts/statements'
import { StageSettings } from '#lib/settings/settings'
import { busyHours, ordinaryDays } from '#load/model/calendar'
import { reportLines } from '#load/plan/cost/lines/reports'
import { makePlan } from '#load/plan/plan'
import { kinds, recordedIn } from '#load/plan/recording/recorded'
import { chanceOfAny, metOf } from '#load/plan/recording/windows'
import { WEEK_FILES, workedOutIn } from '#load/plan/recording/worked-out'
import { filledBy } from '#load/plan/with-plan'
import { pricesOf } from '#load/prices/regions'

const planOf = (users: number) => makePlan({ users, heartbeatSeconds: 30, region: 'us-east-1' })
const minutely = { collectSeconds: 60 }
const seldom = { collectSeconds: 900 }
const MONTH_SECONDS = (365 / 12) * 86_400

describe('what is recorded in a month', () => {
  it('goes by the hours of an ordinary month', () => {
    const { model } = planOf(1_000)
    const hours = ordinaryDays(model).reduce(
      (sum, { times, hours: day }) => sum + times * day.reduce((all, share) => all + share, 0),
      0,
    )
    expect(hours).toBeCloseTo(busyHours(model))
  })

  it('is 2.1 events of each heartbeat, as in the year of the reports’ bench', () => {
    const plan = planOf(10_000)
    const beats = plan.traffic.usual.recordProgress * busyHours(plan.model) * 3_600
    expect(recordedIn(plan, minutely).millionEvents).toBeCloseTo((2.1 * beats) / 1e6)
  })

  it('is billed by full 5 KB: few people pay for air, many hardly', () => {
    const air = (users: number) => {
      const { billedGb, eventsGb } = recordedIn(planOf(users), minutely)
      return billedGb / eventsGb
    }
    expect(air(100)).toBeGreaterThan(3)
    expect(air(10_000)).toBeGreaterThanOrEqual(1)
    expect(air(10_000)).toBeLessThan(1.1)
    expect(air(100_000)).toBeLessThan(1.1)
  })

  it('has a file a kind and window at the most, and in a busy site nearly so many', () => {
    const most = (kinds.length * MONTH_SECONDS) / 60 / 1e6
    expect(recordedIn(planOf(100_000), minutely).millionFiles).toBeCloseTo(most, 2)
    expect(recordedIn(planOf(100), minutely).millionFiles).toBeLessThan(most)
    expect(recordedIn(planOf(0), minutely).millionFiles).toBe(0)
  })

  it('runs the exporter every ten seconds and shard, oftener only for full batches', () => {
    const windows = (4 * MONTH_SECONDS) / 10 / 1e6
    expect(recordedIn(planOf(1_000), minutely).millionRuns).toBeLessThanOrEqual(windows)
    expect(recordedIn(planOf(10_000), minutely).millionRuns).toBeCloseTo(windows, 1)
    expect(recordedIn(planOf(0), minutely).millionRuns).toBe(0)
  })
})

describe('days that are worked out', () => {
  it('are so every two minutes at the most, or as seldom as files come', () => {
    expect(workedOutIn(planOf(100_000), minutely).runs).toBeCloseTo(MONTH_SECONDS / 120, 0)
    expect(workedOutIn(planOf(100_000), seldom).runs).toBeCloseTo(MONTH_SECONDS / 900, 0)
    expect(workedOutIn(planOf(100), minutely).runs).toBeLessThan(MONTH_SECONDS / 120)
  })

  it('ask five statements, and two at night', () => {
    const { runs, statements } = workedOutIn(planOf(10_000), minutely)
    expect(statements).toBeCloseTo(5 * runs + (2 * 365) / 12)
  })

  it('are billed as 10 MB a statement where a day has little', () => {
    const { statements, askedTb } = workedOutIn(planOf(1), seldom)
    expect(askedTb).toBeCloseTo((statements * 10) / 1e6, 3)
    expect(workedOutIn(planOf(100_000), seldom).askedTb).toBeGreaterThan(1)
  })

  it('read their files so much less seldom, as there are fewer files and fewer times', () => {
    const ratio =
      workedOutIn(planOf(10_000), minutely).millionReads /
      workedOutIn(planOf(10_000), seldom).millionReads
    // Fifteen times fewer files are read seven and a half times more seldom; the rare kinds have some fewer by the minute.
    expect(ratio).toBeGreaterThan(100)
    expect(ratio).toBeLessThan(112.6)
  })

  it('read of each kind of event as many statements as name it', () => {
    const day = '2026-11-28'
    const named = [lessonDays(day), watchedSteps(day), personDays(day), activePeople(day, day)]
    expect(courseDays(day).sql).not.toMatch(/WHERE.*event/)
    for (const { event, statements } of kinds)
      expect(1 + named.filter(({ sql }) => sql.includes(`'${event}'`)).length, event).toBe(
        statements,
      )
  })

  it('know how many files hold learners’ weeks', () => {
    expect(WEEK_FILES).toBe(KEPT_FILES)
  })
})

describe('the bill of reports', () => {
  const linesOf = (users: number, stage = {}) => {
    const plan = planOf(users)
    return reportLines(plan, StageSettings.parse(filledBy(plan, stage)), pricesOf('us-east-1'))
  }
  const sumOf = (lines: ReturnType<typeof linesOf>) => lines.reduce((sum, { usd }) => sum + usd, 0)

  it('has Firehose by what it takes, converts, sorts and writes', () => {
    const plan = planOf(10_000)
    const { billedGb, eventsGb, millionFiles } = recordedIn(plan, minutely)
    const line = linesOf(10_000).find(({ what }) => what.startsWith('Firehose'))
    expect(line?.usd).toBeCloseTo(billedGb * 0.047 + eventsGb * 0.02 + millionFiles * 5)
  })

  it('is small for few, for whom the plan collects a quarter of an hour', () => {
    expect(sumOf(linesOf(100))).toBeLessThan(15)
    expect(sumOf(linesOf(100, { reports: { collectSeconds: 60 } }))).toBeGreaterThan(100)
  })

  it('keeps what the stage keeps, and is nothing where nobody comes', () => {
    const kept = (keepDays: number) =>
      linesOf(10_000, { reports: { keepDays } }).find(({ what }) => what.startsWith('Lake'))?.usd ??
      0
    expect(kept(31)).toBeLessThan(kept(1_095) / 2)
    expect(kept(1_095)).toBe(kept(3_650))
    expect(linesOf(10_000).some(({ isFixed }) => isFixed)).toBe(false)
  })
})

describe('windows', () => {
  it('have something by Poisson, and of a few things many picks meet all', () => {
    expect(chanceOfAny(0)).toBe(0)
    expect(chanceOfAny(0.01)).toBeCloseTo(0.00995)
    expect(chanceOfAny(50)).toBeCloseTo(1)
    expect(metOf(64, 1e6)).toBeCloseTo(64)
    expect(metOf(500, 1)).toBeCloseTo(1, 1)
    expect(metOf(0, 5)).toBe(0)
  })
})
