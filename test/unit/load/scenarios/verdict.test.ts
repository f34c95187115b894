import { expect, it } from 'vitest'
import { measured } from '#load/scenarios/user/measured'
import { progressOf } from '#scripts/load/found/progress'
import { linesOf, type Report } from '#scripts/load/found/report'
import { isBroken, promisesOf, verdictOf } from '#scripts/load/found/verdict'

const summary = (p90: number, p95: number) => ({ count: 10, p50: 1, p90, p95, p99: p95 })
const reportOf = (facts: Partial<Report['aggregate']>): Report => ({
  aggregate: { period: 0, counters: {}, summaries: {}, ...facts },
  intermediate: [],
})
const kept = (report: Report) => promisesOf(report).map(({ isKept }) => isKept)

it('holds each promise to its own percentile', () => {
  const summaries = {
    [measured.api]: summary(1, 500),
    [measured.page]: summary(1, 3001),
    [measured.videoStart]: summary(2000, 9999),
  }
  const counters = { 'http.requests': 1000, [measured.failed]: 1 }
  expect(kept(reportOf({ summaries, counters }))).toEqual([true, false, true, true])
})

it('counts answers that are errors, and none at all, as failed', () => {
  const counters = { 'http.requests': 1000, [measured.failed]: 1, 'errors.ETIMEDOUT': 1 }
  expect(kept(reportOf({ counters }))[3]).toBe(false)
})

it('calls nothing kept that was not measured', () => {
  expect(kept(reportOf({}))).toEqual([null, null, null, null])
})

it('fails a load for what it broke, not for what nobody did in it', () => {
  const counters = { 'http.requests': 1000 }
  const promisesWith = (p95: number) =>
    promisesOf(reportOf({ counters, summaries: { [measured.api]: summary(1, p95) } }))
  expect(isBroken(promisesWith(499))).toBe(false)
  expect(isBroken(promisesWith(501))).toBe(true)
  expect(isBroken(promisesOf(reportOf({})))).toBe(true)
  expect([true, false, null].map(verdictOf)).toEqual(['kept', 'NOT KEPT', 'not measured'])
})

it('lists what was asked by name, most asked first, with what failed of it', () => {
  const of = 'plugins.metrics-by-endpoint.'
  const report = reportOf({
    summaries: {
      [`${of}response_time.getMe`]: { ...summary(1, 2), count: 3 },
      [`${of}response_time.openCourse`]: { ...summary(1, 2), count: 7 },
    },
    counters: {
      [`${of}openCourse.codes.200`]: 4,
      [`${of}openCourse.codes.503`]: 2,
      [`${of}openCourse.errors.ETIMEDOUT`]: 1,
    },
  })
  expect(linesOf(report).map(({ name, count, failed }) => [name, count, failed])).toEqual([
    ['openCourse', 7, 3],
    ['getMe', 3, 0],
  ])
})

it('says of each ten seconds a line', () => {
  const said: string[] = []
  const read = progressOf((line) => said.push(line))
  const printed = `Metrics for period to: 01:13:20(+0000) (width: 6.9s)
http.request_rate: ............................................................. 39/sec
http.requests: ................................................................. 258
lectern.api:
  min: ......................................................................... 4
  p95: ......................................................................... 333.7
vusers.created: ................................................................ 19
vusers.failed: ................................................................. 0
Summary report @ 01:14:00(+0000)
http.requests: ................................................................. 999`
  for (const line of printed.split('\n')) read(line)
  expect(said).toEqual([
    '01:13:20(+0000)  258 requests, 39 a second, API P95 334 ms, 0 failed, 19 came, 0 gave up',
  ])
})
