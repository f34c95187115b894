import { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, test } from 'vitest'
import { burningShare, burnRates } from '#lib/observability/promises/burn-rates'
import { targets } from '#lib/settings/targets'
import { AlarmRules } from '#test/support/alarm-rules'
import { testApp } from '#test/support/app'

const { app, api, observability } = testApp()
app.synth()
const template = Template.fromStack(observability)
const rules = new AlarmRules(template)
const alarms = Object.entries(template.findResources('AWS::CloudWatch::Alarm')).map(
  ([id, { Properties }]) => ({ id, ...Properties }),
)
const PROMISES = {
  'api-errors': 100 - targets.availability.promisePercent,
  'edge-errors': 100 - targets.availability.promisePercent,
  'api-latency': 100 - targets.apiResponse.percentile,
  'page-load': 100 - targets.pageLoad.percentile,
  'video-start': 100 - targets.videoStart.percentile,
  rebuffering: targets.rebuffering.promisePercent,
  'playback-errors': targets.playbackErrors.promisePercent,
}

describe.each(Object.entries(PROMISES))('the promise of %s', (section, budget) => {
  const windows = alarms.filter(({ id }) => rules.of(section).includes(id))
  const at = (minutes: number) =>
    windows.filter(({ Metrics }) =>
      Metrics.every(
        ({ MetricStat, Period }: { MetricStat?: { Period: number }; Period?: number }) =>
          (MetricStat?.Period ?? Period ?? minutes * 60) === minutes * 60,
      ),
    )

  test('is watched in an hour and five minutes, and in six hours and thirty minutes', () => {
    expect(windows).toHaveLength(4)
    for (const [minutes, rate] of [
      [60, 14.4],
      [5, 14.4],
      [360, 6],
      [30, 6],
    ] as const)
      expect(at(minutes)).toEqual([
        expect.objectContaining({
          Threshold: burningShare(rate, budget),
          ComparisonOperator: 'GreaterThanThreshold',
          EvaluationPeriods: 1,
          TreatMissingData: 'notBreaching',
        }),
      ])
  })

  test('rings when it burns in both windows of a pair, and not in one alone', () => {
    const ids = [60, 5, 360, 30].map((minutes) => at(minutes)[0]?.id ?? '')
    const told = (...which: number[]) => rules.told(which.map((index) => ids[index] ?? ''))
    for (const one of [0, 1, 2, 3]) expect(told(one)).toEqual([])
    for (const mixed of [
      [0, 3],
      [2, 1],
      [0, 2],
    ])
      expect(told(...mixed)).toEqual([])
    expect(told(0, 1)).toEqual([section])
    expect(told(2, 3)).toEqual([section])
  })
})

test('the rates use up 2 % of a month’s budget in an hour, and 5 % in six', () => {
  const spent = Object.values(burnRates).map(
    ({ rate, long }) => (rate * long.toHours()) / (30 * 24),
  )
  expect(spent).toEqual([expect.closeTo(0.02), expect.closeTo(0.05)])
})

test('a rate that cannot be reached is one of three in four', () => {
  expect(burningShare(14.4, 0.1)).toBe(1.44)
  expect(burningShare(14.4, 5)).toBe(72)
  expect(burningShare(14.4, 10)).toBe(75)
  expect(burningShare(6, 10)).toBe(60)
})

test('slow requests are those over the promise, of enough, without those that join an upload’s parts', () => {
  const [latency] = alarms.filter(({ id }) => rules.of('api-latency').includes(id))
  const metric = { MetricName: 'ResponseTime', Namespace: 'Lectern/test' }
  expect(latency?.Metrics).toEqual([
    expect.objectContaining({ Expression: 'IF(measured >= 100, 100 - inTime, 0)' }),
    expect.objectContaining({
      Id: 'measured',
      MetricStat: expect.objectContaining({ Metric: metric, Stat: 'SampleCount' }),
    }),
    expect.objectContaining({
      Id: 'inTime',
      MetricStat: expect.objectContaining({
        Metric: metric,
        Stat: `PR(:${targets.apiResponse.promiseMs})`,
      }),
    }),
  ])
  const filters = Object.values(Template.fromStack(api).findResources('AWS::Logs::MetricFilter'))
  expect(filters.map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({
      FilterPattern: '{ ($.responseLatency = "*") && ($.resourcePath != "*/completion") }',
      MetricTransformations: [
        {
          MetricName: 'ResponseTime',
          MetricNamespace: 'Lectern/test',
          MetricValue: '$.responseLatency',
          Unit: 'Milliseconds',
        },
      ],
    }),
    expect.objectContaining({
      FilterPattern: '{ $.status = "429" }',
      MetricTransformations: [
        { MetricName: 'Refused', MetricNamespace: 'Lectern/test', MetricValue: '1' },
      ],
    }),
  ])
})

describe('one fault is told once', () => {
  const all = (...sections: string[]) => sections.flatMap((section) => rules.of(section))

  test('an API that is down: not that the edge, the players and its functions see it too', () => {
    const down = all(...Object.keys(PROMISES), 'function-errors', 'dead-letters', 'queue-age')
    expect(rules.told(down)).toEqual(['api-errors'])
  })

  test('an API that is slow: not that videos start late and environments are busy', () => {
    const slow = all(
      'api-latency',
      'page-load',
      'video-start',
      'rebuffering',
      'spill-over',
      'valkey-memory',
    )
    expect(rules.told(slow)).toEqual(['api-latency'])
  })

  test('an edge that fails: not that videos do', () => {
    expect(rules.told(all('edge-errors', 'playback-errors'))).toEqual(['edge-errors'])
  })

  test('a release of which every worker fails: not each, nor what waits behind it', () => {
    expect(rules.told(all('function-errors', 'dead-letters', 'queue-age', 'stream-age'))).toEqual([
      'function-errors',
    ])
  })

  test('a quota that is used up: not each function that it turns away', () => {
    expect(rules.told(all('function-throttles', 'table-throttles'))).toEqual(['refusals'])
  })

  test('what the API’s failures do not explain is told beside them', () => {
    expect(rules.told(all('api-errors', 'failed-videos', 'schedule-silent'))).toEqual(
      expect.arrayContaining(['api-errors', 'failed-videos', 'schedule-silent']),
    )
  })
})
