import { describe, expect, it } from 'vitest'
import { allRoutes } from '#contract/routes'
import { comingRatesOf, stayingRatesOf } from '#load/model/burst-rates'
import { bursts } from '#load/model/bursts'
import { busyHours } from '#load/model/calendar'
import { edgeRatesOf } from '#load/model/edge-rates'
import { model, type TrafficModel } from '#load/model/model'
import { byService, callsPerMinute, hurryOf, ratesOf, routeIds } from '#load/model/rates'
import { meanKbits } from '#load/model/video'

/** A hundred seconds each: two calls, and half of the time a video. */
const plain: TrafficModel = {
  ...model,
  plannedPerMinute: 0,
  people: {
    some: {
      share: 1,
      steps: [
        { does: 'comes', times: 1, seconds: 20, calls: { listMyCourses: 1 } },
        { does: 'watches', times: 2, seconds: 40, plays: 0.625, calls: { recordProgress: 0.5 } },
      ],
    },
  },
}
const total = (rates: object) => Object.values(rates).reduce((sum, rate) => sum + rate, 0)

describe('rates', () => {
  it('are calls in a session over its length, times the people, and heartbeats while a video plays', () => {
    const rates = ratesOf(plain, { users: 1_000, heartbeatSeconds: 10 })
    expect(rates.listMyCourses).toBeCloseTo(10)
    expect(rates.recordProgress).toBeCloseTo(10 + 50)
    expect(total(rates)).toBeCloseTo(70)
  })

  it('hurry for calls and not for what a video tells', () => {
    const rates = ratesOf(plain, { users: 1_000, heartbeatSeconds: 10, hurry: 2 })
    expect(rates.recordProgress).toBeCloseTo(20 + 50)
  })

  it('come to what is planned for, with heartbeats on top', () => {
    const beats = (heartbeatSeconds: number) =>
      total(ratesOf(model, { users: 10_000, heartbeatSeconds }))
    const { playing } = edgeRatesOf(model, 10_000)
    expect(beats(30)).toBeCloseTo((10_000 * 5) / 60 + playing / 30)
    expect(beats(10) - beats(30)).toBeCloseTo(playing / 10 - playing / 30)
  })

  it('are planned for above what the steps come to, and never below', () => {
    expect(callsPerMinute(plain)).toBeCloseTo(1.2)
    expect(callsPerMinute(model)).toBeLessThan(model.plannedPerMinute)
    expect(hurryOf({ ...plain, plannedPerMinute: 0.1 })).toBe(1)
  })

  it('have every route of the contract called by somebody', () => {
    expect(routeIds).toHaveLength(allRoutes.length)
    const rates = ratesOf(model, { users: 1, heartbeatSeconds: 30 })
    expect(routeIds.filter((route) => !(rates[route] > 0))).toEqual([])
  })

  it('sum by service to the same', () => {
    const rates = ratesOf(model, { users: 5, heartbeatSeconds: 30 })
    expect(total(byService(rates))).toBeCloseTo(total(rates))
  })
})

describe('people', () => {
  it('are shares of all who are there', () => {
    expect(Object.values(model.people).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    expect(Object.values(model.video.rungs).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(
      1,
    )
  })
})

describe('the edge', () => {
  it('has a segment of picture and of sound every two seconds for each who watches', () => {
    const edge = edgeRatesOf(plain, 1_000)
    expect(edge.playing).toBeCloseTo(500)
    expect(edge.files.segment).toBeCloseTo(500)
    const video = {
      ...model.video,
      rungs: { one: { ceilingKbits: 1_000, share: 1 } },
      shareOfCeiling: 0.5,
    }
    expect(meanKbits(video)).toBe(596)
    expect(edgeRatesOf({ ...plain, video }, 1_000).mbitPerSecond).toBeCloseTo(298)
  })
})

describe('bursts', () => {
  it('are 5,000 and 2,000 of 10,000 people who come within a minute', () => {
    expect(comingRatesOf(bursts.lecture, 10_000).openCourse).toBeCloseTo(5_000 / 60)
    expect(comingRatesOf(bursts.exam, 10_000).openCourse).toBeCloseTo(2_000 / 60)
  })

  it('stay, and tell where they are', () => {
    const { recordProgress } = stayingRatesOf(bursts.lecture, 10_000, 30)
    expect(recordProgress).toBeCloseTo((5_000 * 0.95) / 30 + (5_000 * 0.3) / 60)
  })
})

describe('the calendar', () => {
  it('has the busiest hour as its measure', () => {
    expect(Math.max(...model.day)).toBe(1)
    expect(Math.max(...model.week)).toBe(1)
    expect([model.day.length, model.week.length]).toEqual([24, 7])
  })

  it('counts a month in busy hours', () => {
    const always = { day: Array(24).fill(1), week: Array(7).fill(1), ordinaryMonth: 1 }
    expect(busyHours(always)).toBeCloseTo(730)
    expect(busyHours({ ...always, week: [1, 0, 0, 0, 0, 0, 0], ordinaryMonth: 0.5 })).toBeCloseTo(
      730 / 14,
    )
  })
})
