import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPageMetrics } from '#adapters/metrics/page-metrics'
import { createPlaybackMetrics } from '#adapters/metrics/playback-metrics'
import { createPromiseMeter } from '#adapters/metrics/promise-meter'
import { keepPromises } from '#core/reports/promises/keep-promises'
import { PromiseFacts, promiseKey } from '#core/reports/promises/promise-facts'
import { promisesMade } from '#lib/reports/promises-made'
import { startAwsApi } from '#local/aws-api/server'
import { embeddedMetrics, type Measured } from '#local/cloudwatch/embedded-metrics'
import { measuredOf } from '#local/cloudwatch/gateway-metrics'
import { getMetricData } from '#local/cloudwatch/get-metric-data'
import { keepMetrics } from '#local/cloudwatch/kept-metrics'
import { startLake } from '#test/support/warehouse'

const PLACE = { namespace: 'Lectern/test', apiName: 'Lectern-test' }
const TODAY = '2026-11-28'
const YESTERDAY = '2026-11-27'

let lake: Awaited<ReturnType<typeof startLake>>
let dataDir: string
let api: Awaited<ReturnType<typeof startAwsApi>>
let client: CloudWatchClient

beforeAll(async () => {
  lake = await startLake()
  dataDir = mkdtempSync(join(tmpdir(), 'lectern-metrics-'))
  api = await startAwsApi(0)
  api.onTarget('GraniteServiceVersion20100801.', (_, input) => getMetricData(dataDir, input))
  client = new CloudWatchClient({
    endpoint: api.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'lectern', secretAccessKey: 'lectern-local-secret' },
  })
}, 60_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  client.destroy()
  await api.close()
  await lake.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** What the functions write of a day, and the gateway counts of it: by two threads. */
function measure(day: string, measured: { starts: number[]; pages: number[]; answers: number[] }) {
  const lines: string[] = []
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false')
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  const playback = createPlaybackMetrics(PLACE.namespace, () => undefined)
  const page = createPageMetrics(PLACE.namespace, () => undefined)
  const none = { videoStarts: 0, rebuffers: 0, rebufferMilliseconds: 0, switches: 0 }
  for (const start of measured.starts)
    playback.record({
      ...{ ...none, playbackErrors: 0, playedSeconds: 0, stream: 'hls' },
      startMilliseconds: [start],
    })
  for (const pageLoadMilliseconds of measured.pages) page.record({ pageLoadMilliseconds })
  const counted = {
    apiName: PLACE.apiName,
    responseTime: { namespace: PLACE.namespace, name: 'ResponseTime' },
  }
  const ofGateway = measured.answers.flatMap((milliseconds, at): Measured[] =>
    measuredOf(counted, { path: '/api/me', status: at === 0 ? 503 : 200, milliseconds }),
  )
  spy.mockRestore()
  for (const [keeper, all] of [
    ['cloud', embeddedMetrics(lines.join('\n'))],
    ['gateway', [...ofGateway, ...measuredOf(counted, uploadJoined)]],
  ] as const) {
    const kept = keepMetrics(dataDir, keeper)
    kept.add(all.map((one) => ({ ...one, at: Date.parse(`${day}T09:00:00Z`) })))
    kept.close()
  }
}
const uploadJoined = { path: '/api/teaching/uploads/1/completion', status: 200, milliseconds: 9e3 }
const hundred = (of: (n: number) => number) => Array.from({ length: 100 }, (_, n) => of(n + 1))

const keep = async (now: string) => {
  const meter = createPromiseMeter(client, { ...PLACE, promises: promisesMade })
  await keepPromises({ meter, facts: lake.facts, clock: { now: () => new Date(now) } })
  return lake.facts.read(promiseKey('2026-11'), PromiseFacts)
}

describe('promises', () => {
  it('are kept as the percentiles of whole days, and of all that was counted', async () => {
    measure(YESTERDAY, {
      starts: hundred((n) => n * 10),
      pages: hundred((n) => n * 20),
      answers: hundred((n) => n),
    })
    expect(await keep(`${TODAY}T00:10:00Z`)).toEqual({
      [YESTERDAY]: {
        apiResponse: [95, 100],
        pageLoad: [1900, 100],
        videoStart: [900, 100],
        // One of a hundred, and the joining of an upload, which has no say in times alone.
        failures: [100 / 101, 101],
      },
    })
  })

  it('follow a day that goes on, and leave a day alone of which nothing is told any more', async () => {
    measure(TODAY, { starts: [400], pages: [], answers: [] })
    expect((await keep(`${TODAY}T10:00:00Z`))?.[TODAY]).toEqual({
      videoStart: [400, 1],
      failures: [0, 1],
    })
    measure(TODAY, { starts: [800, 800], pages: [], answers: [] })
    const facts = await keep(`${TODAY}T10:15:00Z`)
    expect(facts?.[TODAY]?.videoStart).toEqual([800, 3])
    expect(await keep('2026-12-20T10:00:00Z')).toEqual(facts)
  })

  it('have percentiles of all values, however many lie together', () => {
    const data = (Stat: string) =>
      getMetricData(dataDir, {
        StartTime: Date.parse(YESTERDAY) / 1000,
        EndTime: Date.parse(TODAY) / 1000,
        MetricDataQueries: [
          {
            Id: 'one',
            MetricStat: {
              Metric: { Namespace: PLACE.namespace, MetricName: 'VideoStart', Dimensions: [] },
              Period: 86_400,
              Stat,
            },
          },
        ],
      })
    expect(data('p100')).toMatchObject({ MetricDataResults: [{ Values: [1000] }] })
    expect(data('p50')).toMatchObject({ MetricDataResults: [{ Values: [500] }] })
    expect(() => data('Average')).toThrow('no statistic Average')
  })
})
