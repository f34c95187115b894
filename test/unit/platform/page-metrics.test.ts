import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPageMetrics } from '#adapters/metrics/page-metrics'
import { PageReport } from '#contract/platform/page-report'

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

it('makes one metric of a page’s load, without dimensions', () => {
  const metrics = createPageMetrics('Lectern/test', (what) => {
    throw new Error(JSON.stringify(what))
  })
  metrics.record(PageReport.parse({ pageLoadMilliseconds: 1234.5 }))
  const [line, ...others] = lines.map((text) => JSON.parse(text))
  expect(others).toEqual([])
  expect(line).toMatchObject({ PageLoad: 1234.5 })
  expect(line._aws.CloudWatchMetrics).toEqual([
    {
      Namespace: 'Lectern/test',
      Dimensions: [[]],
      Metrics: [{ Name: 'PageLoad', Unit: 'Milliseconds' }],
    },
  ])
})

it('refuses a load that no page takes, and what is no load', () => {
  for (const pageLoadMilliseconds of [-1, 600_001, '5', undefined])
    expect(PageReport.safeParse({ pageLoadMilliseconds }).success).toBe(false)
})
