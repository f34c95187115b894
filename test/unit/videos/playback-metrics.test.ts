import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPlaybackMetrics } from '#adapters/metrics/playback-metrics'
import { PlaybackReport } from '#contract/videos/playback-report'
import { reportPlayback } from '#core/videos/playback/report-playback'

let lines: string[]

beforeEach(() => {
  lines = []
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

/** What CloudWatch would read of these reports. */
const written = (...reports: unknown[]) => {
  const metrics = createPlaybackMetrics('Lectern/test', (what) => {
    throw new Error(JSON.stringify(what))
  })
  for (const report of reports) reportPlayback({ metrics }, PlaybackReport.parse(report))
  return lines.map((line) => JSON.parse(line))
}

const view = {
  stream: 'hls',
  sampleRate: 0.2,
  events: [
    { kind: 'start', milliseconds: 300 },
    { kind: 'rebuffer', milliseconds: 100 },
    { kind: 'rebuffer', milliseconds: 400 },
    { kind: 'switch', fromHeight: 240, toHeight: 720 },
    { kind: 'played', seconds: 55.5 },
  ],
}
const failure = { stream: 'hls', sampleRate: 1, events: [{ kind: 'error', cause: 'network' }] }

describe('a report of playing', () => {
  it('becomes one line of metrics, by stream and of all, and says nothing else', () => {
    const [line, ...more] = written(view)
    expect(more).toEqual([])
    const { _aws, ...values } = line
    expect(_aws.CloudWatchMetrics).toEqual([
      {
        Namespace: 'Lectern/test',
        Dimensions: [['stream'], []],
        Metrics: [
          { Name: 'VideoStarts', Unit: 'Count' },
          { Name: 'Rebuffers', Unit: 'Count' },
          { Name: 'RebufferTime', Unit: 'Milliseconds' },
          { Name: 'Switches', Unit: 'Count' },
          { Name: 'PlayedSeconds', Unit: 'Seconds' },
          { Name: 'VideoStart', Unit: 'Milliseconds' },
        ],
      },
    ])
    expect(values).toEqual({
      stream: 'hls',
      VideoStarts: 5,
      Rebuffers: 10,
      RebufferTime: 2500,
      Switches: 5,
      PlayedSeconds: 277.5,
      VideoStart: 300,
    })
  })

  it('keeps each start time as it was measured', () => {
    const starts = [100, 200, 900].map((milliseconds) => ({ kind: 'start', milliseconds }))
    const [line] = written({ stream: 'dash', sampleRate: 0.5, events: starts })
    expect(line).toMatchObject({ stream: 'dash', VideoStart: [100, 200, 900], VideoStarts: 6 })
  })

  it('says of all its lines which stream they are of, however many events it has', () => {
    const events = Array.from({ length: 100 }, () => ({ kind: 'start', milliseconds: 1 }))
    const told = written({ ...view, events })
    const dimensions = told.map((line) => line._aws.CloudWatchMetrics[0].Dimensions)
    expect(dimensions).toEqual(told.map(() => [['stream'], []]))
    expect(told.flatMap((line) => line.VideoStart ?? [])).toHaveLength(100)
  })

  it('counts a view that an error ended', () => {
    expect(written(failure)).toMatchObject([{ PlaybackErrors: 1 }])
  })

  it('takes nothing over from the report before', () => {
    const [, second] = written(view, failure)
    expect(Object.keys(second).sort()).toEqual(['PlaybackErrors', '_aws', 'stream'])
  })

  it.each([
    ['a rate that would scale without bound', { ...view, sampleRate: 1e-300 }],
    ['a time that is none', { ...view, events: [{ kind: 'start', milliseconds: -1 }] }],
    ['a stream of its own making', { ...view, stream: 'a'.repeat(10_000) }],
    ['more events than fit a line', { ...view, events: Array(101).fill(view.events[0]) }],
  ])('is refused with %s', (_, report) => {
    expect(PlaybackReport.safeParse(report).success).toBe(false)
  })
})
