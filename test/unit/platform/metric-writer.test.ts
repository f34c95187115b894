import { MetricUnit } from '@aws-lambda-powertools/metrics'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createMetricWriter, type Dimensions, type Figure } from '#adapters/metrics/metric-writer'

/**
 * A line of the embedded metric format, as CloudWatch takes it.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
const Line = z.looseObject({
  _aws: z.object({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.object({
        Namespace: z.string().min(1),
        Dimensions: z.array(z.array(z.string().min(1).max(255)).max(30)).min(1),
        Metrics: z
          .array(
            z.object({
              Name: z.string().min(1).max(255),
              Unit: z.enum(Object.values(MetricUnit)),
            }),
          )
          .min(1)
          .max(100),
      }),
    ]),
  }),
})
const Value = z
  .number()
  .min(-(2 ** 360))
  .max(2 ** 360)
const Target = z.union([Value, z.array(Value).max(100)])

let lines: string[]
let leftOut: unknown[]
beforeEach(() => {
  lines = []
  leftOut = []
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** The values that CloudWatch takes of what is written, by metric; throws at a line that it refuses. */
function written(figures: readonly Figure[], sets: readonly Dimensions[]) {
  lines = []
  leftOut = []
  createMetricWriter('Lectern/test', (what) => leftOut.push(what))(figures, sets)
  const taken = new Map<string, number[]>()
  for (const text of lines) {
    expect(Buffer.byteLength(text)).toBeLessThan(256 * 1024)
    const line = Line.parse(JSON.parse(text))
    const [{ Dimensions, Metrics }] = line._aws.CloudWatchMetrics
    expect(Dimensions).toEqual(sets.map((set) => Object.keys(set)))
    for (const name of Dimensions.flat()) expect(line[name]).toEqual(expect.any(String))
    expect(new Set(Metrics.map(({ Name }) => Name)).size).toBe(Metrics.length)
    for (const { Name } of Metrics)
      taken.set(Name, [...(taken.get(Name) ?? []), ...[Target.parse(line[Name])].flat()])
  }
  return taken
}

const { Count } = MetricUnit
const figure = (name: string, ...values: number[]): Figure => ({ name, unit: Count, values })
const many = (count: number) => Array.from({ length: count }, (_, at) => at)

it('writes every value, however many metrics and values there are', () => {
  const figures = many(250).map((at) => figure(`M${at}`, ...many(at)))
  const taken = written(figures, [{ stream: 'hls' }, {}])
  expect([...taken].sort()).toEqual(
    figures
      .slice(1)
      .map(({ name, values }) => [name, values])
      .sort(),
  )
  expect(leftOut).toEqual([])
})

it('leaves out what is no number, and says so', () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 2 ** 361]
  expect(written([figure('A', 1, ...odd, 2), figure('B', ...odd)], [{}])).toEqual(
    new Map([['A', [1, 2]]]),
  )
  expect(leftOut).toEqual([
    { name: 'A', values: odd },
    { name: 'B', values: odd },
  ])
})

it.each([
  ['too many dimensions', Object.fromEntries(many(31).map((at) => [`d${at}`, 'x']))],
  ['an empty one', { stream: '' }],
  ['one of spaces', { stream: ' ' }],
  ['one too long', { stream: 'x'.repeat(1025) }],
  ['a line break in one', { stream: 'a\nb' }],
  ['one that is not ASCII', { stream: 'é' }],
])('writes nothing for a set with %s, and says so', (_, set) => {
  expect(written([figure('A', 1)], [set])).toEqual(new Map())
  expect(leftOut).toEqual([{ dimensions: set }])
})

it('leaves out a metric whose name CloudWatch refuses', () => {
  expect(written([figure('', 1), figure('x'.repeat(256), 1), figure('A', 1)], [{}])).toEqual(
    new Map([['A', [1]]]),
  )
  expect(leftOut).toHaveLength(2)
})

it('writes only what CloudWatch takes, and loses nothing that it would', () => {
  const figures = fc.uniqueArray(
    fc.record({
      name: fc.stringMatching(/^[A-Z][a-z]{0,5}$/),
      unit: fc.constantFrom(...Object.values(MetricUnit)),
      values: fc.array(fc.double(), { maxLength: 120 }),
    }),
    { selector: ({ name }) => name, maxLength: 20 },
  )
  fc.assert(
    fc.property(figures, (all) => {
      const isTaken = (value: number) => Math.abs(value) <= 2 ** 360
      const expected = all
        .map(({ name, values }): [string, number[]] => [name, values.filter(isTaken)])
        .filter(([, values]) => values.length > 0)
      const taken = written(all, [{ d: 'x' }])
      // -0 is 0 in JSON.
      expect([...taken].sort()).toEqual(
        expected.map(([name, values]) => [name, values.map((value) => value + 0)]).sort(),
      )
    }),
    { numRuns: 50 },
  )
})
